using Dateline.Reading;

namespace Dateline.Language;

/// <summary>An analysed article: tokens, sentences, tags, lemmas and trees as arrays, one element a token.</summary>
/// <remarks>
/// The tokeniser and the sentence splitter create a document; tagger, lemmatiser and parser fill its arrays in place.
/// Tokens cover every character of the analysed text that is not white space, in order and without overlap. Boilerplate
/// (<see cref="Article.Skipped"/>) has no tokens. <see cref="Token"/> and <see cref="Sentence"/> are views on these arrays.
/// A document made with <see cref="DocumentBuffers"/> lives until the next one is: then it is empty.
/// </remarks>
public sealed class Document
{
    private DocumentArrays _arrays;
    private int _sentenceCount;

    /// <param name="article">The article analysed; spans are offsets into its <see cref="Article.Text"/>.</param>
    /// <param name="tokens">Where the tokens stand, in order.</param>
    /// <param name="sentences">Which tokens make up each sentence, in order, leaving none out.</param>
    public Document(Article article, ReadOnlySpan<TextSpan> tokens, ReadOnlySpan<TokenRange> sentences)
        : this(article, tokens, sentences, new DocumentArrays(tokens.Length, sentences.Length))
    {
    }

    /// <summary>In arrays that are long enough; what they hold is overwritten.</summary>
    internal Document(Article article, ReadOnlySpan<TextSpan> tokens, ReadOnlySpan<TokenRange> sentences, DocumentArrays arrays)
    {
        (Article, TokenCount, _sentenceCount, _arrays) = (article, tokens.Length, sentences.Length, arrays);
        tokens.CopyTo(arrays.Spans);
        sentences.CopyTo(arrays.SentenceRanges);
        for (var s = 0; s < sentences.Length; s++) SentenceOf.Slice(sentences[s].First, sentences[s].Count).Fill(s);
        Upos.Clear();
        Xpos.Fill("");
        Heads.Fill(-1);
        Relations.Clear();
        var text = Text.AsSpan();
        for (var i = 0; i < tokens.Length; i++)
        {
            var form = WordForms.Of(text.Slice(tokens[i].Start, tokens[i].Length));
            (arrays.Forms[i], arrays.Lowers[i], arrays.Lemmas[i]) = (form, form.Lower, form.Lower);
        }
    }

    public Article Article { get; }

    /// <summary>The whole text that offsets count into: title and body.</summary>
    public string Text => Article.Text;

    public int TokenCount { get; private set; }

    public ReadOnlySpan<TextSpan> Spans => _arrays.Spans.AsSpan(0, TokenCount);

    public ReadOnlySpan<TokenRange> SentenceRanges => _arrays.SentenceRanges.AsSpan(0, _sentenceCount);

    /// <summary>Index of the sentence that each token stands in.</summary>
    public Span<int> SentenceOf => _arrays.SentenceOf.AsSpan(0, TokenCount);

    public Span<Upos> Upos => _arrays.Upos.AsSpan(0, TokenCount);

    /// <summary>Penn Treebank tags; empty where no tagger ran.</summary>
    public Span<string> Xpos => _arrays.Xpos.AsSpan(0, TokenCount);

    /// <summary>Dictionary forms in lower case (proper names keep their case); the lower-cased form where no lemmatiser ran.</summary>
    public Span<string> Lemmas => _arrays.Lemmas.AsSpan(0, TokenCount);

    /// <summary>The forms in lower case, with curly quotes left as they stand.</summary>
    public ReadOnlySpan<string> Lowers => _arrays.Lowers.AsSpan(0, TokenCount);

    /// <summary>Document-wide index of each token's head; -1 for the root of a sentence and where no parser ran.</summary>
    public Span<int> Heads => _arrays.Heads.AsSpan(0, TokenCount);

    public Span<Relation> Relations => _arrays.Relations.AsSpan(0, TokenCount);

    /// <summary>What each token's form shows by itself.</summary>
    internal ReadOnlySpan<WordForm> Forms => _arrays.Forms.AsSpan(0, TokenCount);

    public Token this[int token] => new(this, token);

    public Sentence Sentence(int index) => new(this, index);

    public IEnumerable<Sentence> Sentences => Enumerable.Range(0, _sentenceCount).Select(Sentence);

    /// <summary>From the first token's start to the last token's end.</summary>
    public TextSpan SpanOf(TokenRange tokens) => new(Spans[tokens.First].Start, Spans[tokens.Last].End);

    /// <summary>The words as printed, from first token to last.</summary>
    public string TextOf(TokenRange tokens) => TextOf(SpanOf(tokens));

    public string TextOf(TextSpan span) => Text.Substring(span.Start, span.Length);

    /// <summary>The tokens that lie within <paramref name="span"/> or touch it; empty (First = End) when there are none.</summary>
    public TokenRange TokensIn(TextSpan span)
    {
        var first = FirstTokenEndingAfter(span.Start);
        var end = first;
        while (end < TokenCount && Spans[end].Start < span.End) end++;
        return new TokenRange(first, end);
    }

    /// <summary>Index of the first token whose end lies behind <paramref name="offset"/>; <see cref="TokenCount"/> when there is none.</summary>
    public int FirstTokenEndingAfter(int offset)
    {
        int low = 0, high = TokenCount;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Spans[middle].End > offset) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    /// <summary>Lets the arrays go: from now on the document has no tokens, so that nobody reads the next one's words through it.</summary>
    internal void End() => (TokenCount, _sentenceCount, _arrays) = (0, 0, DocumentArrays.None);
}

/// <summary>View of one token of a <see cref="Document"/>.</summary>
public readonly record struct Token(Document Document, int Index)
{
    public TextSpan Span => Document.Spans[Index];

    /// <summary>The word as printed.</summary>
    public ReadOnlySpan<char> Form => Document.Text.AsSpan(Span.Start, Span.Length);

    public string Lower => Document.Lowers[Index];

    public string Lemma => Document.Lemmas[Index];

    public Upos Upos => Document.Upos[Index];

    public string Xpos => Document.Xpos[Index];

    public Relation Relation => Document.Relations[Index];

    /// <summary>Index of the head token, -1 for a root.</summary>
    public int Head => Document.Heads[Index];

    /// <summary>Whether the form begins with an upper-case letter.</summary>
    public bool IsCapitalised => !Span.IsEmpty && char.IsUpper(Document.Text[Span.Start]);

    public override string ToString() => Form.ToString();
}

/// <summary>View of one sentence of a <see cref="Document"/>.</summary>
public readonly record struct Sentence(Document Document, int Index)
{
    public TokenRange Tokens => Document.SentenceRanges[Index];

    public TextSpan Span => Document.SpanOf(Tokens);

    /// <summary>Whether the sentence stands in the title.</summary>
    public bool InTitle => Document.Article.Title is { } title && title.Contains(Span);

    public override string ToString() => Document.TextOf(Span);
}
