using Dateline.Language;

namespace Dateline.Sourcing;

/// <summary>What stands beside a word that may be a cue, off the tree and, where trees go wrong, off the words that follow.</summary>
internal sealed class CueSurroundings
{
    private readonly SpeechText _text;
    private readonly Document _document;
    private readonly HashSet<string> _frames = new(StringComparer.Ordinal);

    public CueSurroundings(SpeechText text) => (_text, _document) = (text, text.Document);

    public int Token { get; private set; }

    /// <summary>The first token behind the cue's own words.</summary>
    public int Next { get; private set; }

    public bool IsPassive { get; private set; }

    /// <summary>The subject; -1 when the tree has none.</summary>
    public int Subject { get; private set; }

    /// <summary>The clause before the cue that is said: "It will rain, he predicted"; -1 when there is none.</summary>
    public int Fronted { get; private set; }

    /// <summary>Whether what is said stands in the noun that a relative clause tells of: "a plan that he opposes".</summary>
    public bool IsObjectRelative { get; private set; }

    public bool HasModal { get; private set; }

    public bool HasTo { get; private set; }

    public bool HasCopula { get; private set; }

    /// <summary>"if", "because" and the like before it.</summary>
    public string Mark { get; private set; } = "";

    public bool Has(string frame) => _frames.Contains(frame);

    public bool Fits(CueEntry entry)
    {
        if (entry.Frames is not { } asked) return true;
        foreach (var frame in _frames)
        {
            if (asked.Contains(frame) || (IsPassive && entry.PassiveFrames!.Contains(frame))) return true;
        }

        return false;
    }

    /// <summary>Looks around a token; <paramref name="next"/> is the first token behind it and the particle that belongs to it.</summary>
    public void Look(int token, int next, int end, CueLexicon lexicon)
    {
        (Token, Next, IsPassive, Subject, Fronted, IsObjectRelative) = (token, next, false, -1, -1, false);
        (HasModal, HasTo, HasCopula, Mark) = (false, false, false, "");
        _frames.Clear();
        var hasObject = false;
        foreach (var child in _text.Tree.Children(token))
        {
            var lower = _document.Lowers[child];
            switch (_document.Relations[child])
            {
                case Relation.Nsubj or Relation.NsubjOuter when _text.QuotationAt(child) is null || _text.QuotationAt(token) is not null:
                    Subject = child;
                    break;
                case Relation.NsubjPass:
                    (Subject, IsPassive) = (child, true);
                    break;
                case Relation.AuxPass:
                    IsPassive = true;
                    break;
                case Relation.Aux:
                    HasModal |= lexicon.IsModal(lower);
                    HasTo |= lower == "to";
                    break;
                case Relation.Cop:
                    HasCopula = true;
                    break;
                case Relation.Mark when child < token:
                    if (lower == "to") HasTo = true;
                    else Mark = lower;
                    break;
                case Relation.Ccomp:
                    if (child > token) Add("that");
                    else Fronted = child;
                    break;
                case Relation.Xcomp when child > token:
                    Add(_text.Tree.Mark(child) == "to" || _text.Lower(child - 1) == "to" ? "inf" : "xcomp");
                    break;
                case Relation.Obj when child > token:
                    hasObject = true;
                    Add("obj");
                    break;
                case Relation.Obl or Relation.Nmod or Relation.OblAgent or Relation.Advcl or Relation.Acl when child > token:
                    if (_text.Tree.Preposition(child) is { Length: > 0 } preposition) Add(preposition);
                    else if (_text.Tree.Mark(child) is "to" && child - token < 5 && _document.Upos[token] != Upos.VERB) Add("inf");
                    else if (_text.Tree.Mark(child) is "that" or "whether") Add("that");
                    break;
                default:
                    break;
            }
        }

        IsPassive |= _document.Xpos[token] == "VBN" && _document.Relations[token] == Relation.Acl;
        if (IsPassive) Add("obj");
        if (_document.Relations[token] == Relation.AclRelcl && !hasObject && !IsPassive && Subject >= 0 && _text.Lower(Subject) is not ("who" or "which" or "that"))
        {
            IsObjectRelative = true;
            Add("obj");
        }

        if (Fronted >= 0) Add("that");
        LookAhead(next, end);
        if (_frames.Count == 0) _frames.Add("bare");
    }

    /// <summary>What the words behind the cue say, whatever the tree makes of them.</summary>
    private void LookAhead(int next, int end)
    {
        var at = next;
        while (at < end && at - next < 3 && (_document.Upos[at] == Upos.ADV && _text.Lower(at) is not ("how" or "why" or "when" or "where") || _text.IsTime(at))) at++;
        if (at >= end) return;
        var lower = _text.Lower(at);
        if (Quotation.Opens(_document, at) && Quotation.IsMark(_document, at) || lower is "," or ":" && at + 1 < _document.TokenCount && Quotation.IsMark(_document, at + 1) && Quotation.Opens(_document, at + 1)) Add("quote");
        else if (lower == "to" && at + 1 < end && _document.Upos[at + 1] is Upos.VERB or Upos.AUX or Upos.ADV) Add("inf");
        else if (lower is "that" or "whether" or "how" or "why" or "what" && at + 1 < end && !_text.IsMark(at + 1)) Add("that");
        else if (_document.Upos[at] is Upos.ADP or Upos.SCONJ || lower == "to") Add(lower);
        else if (at == next && _document.Upos[at] is Upos.DET or Upos.PROPN or Upos.NOUN or Upos.PRON or Upos.NUM && _document.Upos[Token] == Upos.VERB) Add("obj");
        if (Token > 0 && _text.IsMark(Token - 1) && Quotation.IsMark(_document, Token - 1)) Add("quote");
    }

    private void Add(string frame) => _frames.Add(frame);
}
