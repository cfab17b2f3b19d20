using Dateline.Language;
using Dateline.Mentions;
using Dateline.Mentions.Actors;

namespace Dateline.Sourcing;

/// <summary>The document as the readers of speech see it: trees, quotations, and which tokens are times and actors, looked up in one step.</summary>
internal sealed class SpeechText
{
    private readonly bool[] _times;
    private readonly int[] _quotationAt;
    private readonly ActorMention?[] _actors;

    public SpeechText(Tree tree, MentionLayer mentions, SourceLexicon lexicon)
    {
        (Tree, Document, Lexicon) = (tree, tree.Document, lexicon);
        Quotations = Sourcing.Quotations.Find(Document);
        _times = new bool[Document.TokenCount];
        _quotationAt = new int[Document.TokenCount];
        _actors = new ActorMention?[Document.TokenCount];
        foreach (var time in mentions.Times) _times.AsSpan(time.Tokens.First, time.Tokens.Count).Fill(true);
        Array.Fill(_quotationAt, -1);
        for (var index = 0; index < Quotations.Count; index++) _quotationAt.AsSpan(Quotations[index].First, Quotations[index].Count).Fill(index);
        foreach (var actor in mentions.Actors)
        {
            for (var token = actor.Tokens.First; token < actor.Tokens.End; token++) _actors[token] ??= actor;
        }
    }

    public Tree Tree { get; }

    public Document Document { get; }

    public SourceLexicon Lexicon { get; }

    public IReadOnlyList<TokenRange> Quotations { get; }

    public ActorMention? ActorAt(int token) => _actors[token];

    public bool IsTime(int token) => _times[token];

    /// <summary>The quotation that a token stands in, marks included; null outside of all.</summary>
    public TokenRange? QuotationAt(int token) => _quotationAt[token] < 0 ? null : Quotations[_quotationAt[token]];

    public string Lemma(int token) => Document.Lemmas[token].ToLowerInvariant();

    /// <summary>The form in lower case; empty outside of the document.</summary>
    public string Lower(int token) => token >= 0 && token < Document.TokenCount ? Document.Lowers[token] : "";

    public TokenRange SentenceOf(int token) => Document.SentenceRanges[Document.SentenceOf[token]];

    public bool IsComma(int token) => Lower(token) is "," or "—" or "–" or "--" or "-";

    public bool IsMark(int token) => token < 0 || token >= Document.TokenCount || Document.Upos[token] == Upos.PUNCT || Quotation.IsMark(Document, token);

    /// <summary>A verb that makes a clause: in a tense, or a modal.</summary>
    public bool IsFinite(int token) =>
        Document.Xpos[token] is "VBD" or "VBZ" or "VBP" or "MD" || (Document.Xpos[token].Length == 0 && Document.Upos[token] is Upos.VERB or Upos.AUX);

    /// <summary>The subject of a verb; what stands in a quotation beside the verb is none of its. -1 when there is none.</summary>
    public int Subject(int verb)
    {
        foreach (var child in Tree.Children(verb))
        {
            if (Document.Relations[child] == Relation.Nsubj && (_quotationAt[child] < 0 || _quotationAt[child] == _quotationAt[verb])) return child;
        }

        return -1;
    }

    public bool HasFinite(int first, int end)
    {
        for (var token = first; token < end; token++)
        {
            if (IsFinite(token)) return true;
        }

        return false;
    }

    /// <summary>Whether a line is empty between a token and the one before it.</summary>
    public bool OpensParagraph(int token) => Quotation.OpensParagraph(Document, token);
}
