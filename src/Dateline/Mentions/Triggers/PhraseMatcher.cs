using Dateline.Language;

namespace Dateline.Mentions.Triggers;

/// <summary>Matches the words of a trigger against one parsed document.</summary>
/// <remarks>
/// A phrase of several verb words may have its object between them: "took two guards hostage". The further words must stand
/// within <see cref="Reach"/> tokens behind the verb and below it in the tree, or right behind one another.
/// </remarks>
internal sealed class PhraseMatcher(Tree tree, IReadOnlySet<string> generalHeads)
{
    /// <summary>How far behind the verb its further words may stand, in tokens.</summary>
    private const int Reach = 9;

    private readonly Document _document = tree.Document;
    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);
    private int _sentence = -1;

    /// <summary>The tokens that match, in text order; null when the phrase does not stand here.</summary>
    public List<int>? Match(FramePhrase phrase, int token) => !InSentence(phrase, _document.SentenceOf[token]) ? null : phrase.Form switch
    {
        TriggerForm.Noun when phrase.Frame is null => MatchRow(token, phrase.Words),
        TriggerForm.Noun => MatchNoun(token, phrase.Words),
        TriggerForm.Qualifier => MatchState(token, phrase.Words),
        _ => MatchVerb(token, phrase),
    };

    /// <summary>Whether all its words stand in the sentence at all: turns away most of the hundreds of phrases that "take" or "hold" can head.</summary>
    private bool InSentence(FramePhrase phrase, int sentence)
    {
        if (phrase.Words.Length == 1) return true;
        if (_sentence != sentence)
        {
            _sentence = sentence;
            _words.Clear();
            var tokens = _document.SentenceRanges[sentence];
            for (var token = tokens.First; token < tokens.End; token++)
            {
                _words.Add(_document.Lowers[token]);
                _words.Add(_document.Lemmas[token]);
            }
        }

        return Array.TrueForAll(phrase.Words, _words.Contains);
    }

    /// <summary>Which of the tokens of a noun phrase heads it.</summary>
    public int NounHead(List<int> tokens)
    {
        for (var i = tokens.Count - 1; i > 0; i--)
        {
            var head = _document.Heads[tokens[i]];
            if (head < tokens[0] || head > tokens[^1]) return tokens[i];
        }

        return tokens[^1];
    }

    /// <summary>Whether a participle or adjective stands before the noun it describes.</summary>
    public bool IsBeforeNoun(int token) =>
        _document.Relations[token] == Relation.Amod && _document.Heads[token] > token && _document.Upos[_document.Heads[token]] is Upos.NOUN or Upos.PROPN;

    private List<int>? MatchVerb(int token, FramePhrase phrase)
    {
        var isVerb = _document.Upos[token] is Upos.VERB or Upos.AUX
            || (_document.Upos[token] is Upos.ADJ or Upos.NOUN && _document.Xpos[token] is "VBN" or "VBD" or "VBG" or "VBZ");
        if (!isVerb || IsGerundNoun(token) || (phrase.Words.Length > 1 && IsBeforeNoun(token))) return null;
        var sentence = _document.SentenceRanges[_document.SentenceOf[token]];
        var found = new List<int> { token };
        for (var i = 0; i < phrase.Head; i++)
        {
            var adverb = Adverb(token, phrase.Words[i], sentence);
            if (adverb < 0) return null;
            found.Add(adverb);
        }

        var at = token;
        var limit = Math.Min(sentence.End, token + 1 + Reach);
        for (var i = phrase.Head + 1; i < phrase.Words.Length; i++)
        {
            var next = Next(token, at, limit, phrase.Words[i], i == phrase.Words.Length - 1);
            if (next < 0 && i == phrase.Head + 1 && i == phrase.Words.Length - 1) next = PassiveSubject(token, phrase.Words[i]);
            if (next < 0) return null;
            at = Math.Max(at, next);
            found.Add(next);
        }

        found.Sort();
        return found;
    }

    /// <summary>"a bombing", "rioting broke out": the tag of a verb, the place of a noun.</summary>
    private bool IsGerundNoun(int token) =>
        _document.Xpos[token] == "VBG" && tree.Child(token, Relation.Obj) < 0
        && (tree.Child(token, Relation.Det) >= 0 || _document.Relations[token] is Relation.Csubj or Relation.CsubjPass or Relation.Nsubj or Relation.NsubjPass);

    /// <summary>"fatally shot", "was shot accidentally".</summary>
    private int Adverb(int verb, string word, TokenRange sentence)
    {
        for (var token = verb - 1; token >= Math.Max(sentence.First, verb - 2); token--)
        {
            if (Is(token, word)) return token;
        }

        foreach (var child in tree.Children(verb))
        {
            if (_document.Relations[child] == Relation.Advmod && Is(child, word) && child < verb + Reach) return child;
        }

        return -1;
    }

    private int Next(int verb, int at, int limit, string word, bool isLast)
    {
        for (var candidate = at + 1; candidate < limit; candidate++)
        {
            if (!Is(candidate, word) || (isLast && IsModifier(candidate))) continue;
            if (IsPassiveOf(candidate, verb, word)) continue;
            if (candidate == at + 1 || Belongs(candidate, verb) || IsClosing(candidate, at)) return candidate;
        }

        return -1;
    }

    /// <summary>"was freed" is another verb's passive and no "be free".</summary>
    private bool IsPassiveOf(int candidate, int auxiliary, string word) =>
        _document.Heads[auxiliary] == candidate && _document.Upos[candidate] == Upos.VERB && !string.Equals(_document.Lowers[candidate], word, StringComparison.Ordinal);

    /// <summary>Whether a word hangs on the verb: as its object, particle, complement or phrase, not deep inside another phrase.</summary>
    private bool Belongs(int candidate, int verb)
    {
        if (_document.Heads[verb] == candidate) return _document.Upos[candidate] is Upos.ADJ or Upos.VERB;
        if (_document.Upos[candidate] == Upos.AUX) return false;
        // "was shot dead at a checkpoint": behind a passive a phrase tells where, and its preposition is none of the verb's.
        if (_document.Relations[candidate] == Relation.Case && tree.Child(verb, Relation.AuxPass, Relation.NsubjPass) >= 0) return false;
        var head = _document.Heads[candidate];
        // "reduced the school to rubble": trees hang such a phrase on the verb or on its object.
        if (_document.Relations[candidate] == Relation.Case && IsOfObject(head, verb)) return true;
        if (_document.Upos[candidate] == Upos.VERB) return head == verb && _document.Relations[candidate] is Relation.Xcomp or Relation.Advcl or Relation.Ccomp or Relation.Conj;
        for (var steps = 0; head >= 0 && steps < 3; steps++)
        {
            if (head == verb) return true;
            if (_document.Upos[head] is Upos.VERB && _document.Relations[head] is not Relation.Xcomp || _document.Relations[head] is Relation.Nmod or Relation.Nsubj) return false;
            head = _document.Heads[head];
        }

        return false;
    }

    private bool IsOfObject(int noun, int verb) =>
        _document.Relations[noun] == Relation.Nmod && _document.Relations[_document.Heads[noun]] == Relation.Obj && _document.Heads[_document.Heads[noun]] == verb;

    /// <summary>Whether a noun stands before the noun that counts: the oil of "struck an oil depot".</summary>
    private bool IsModifier(int noun) =>
        _document.Upos[noun] is Upos.NOUN or Upos.PROPN && _document.Relations[noun] is Relation.Compound or Relation.NmodPoss && _document.Heads[noun] > noun;

    /// <summary>"leaving 20 dead": only a noun phrase between, whatever the tree says.</summary>
    private bool IsClosing(int candidate, int at)
    {
        if (candidate - at > 5 || _document.Upos[candidate] is not (Upos.ADJ or Upos.ADV) && _document.Xpos[candidate] != "VBN") return false;
        for (var token = at + 1; token < candidate; token++)
        {
            if (_document.Upos[token] is not (Upos.NUM or Upos.DET or Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.ADJ or Upos.ADV) && _document.Lowers[token] is not ("at" or "least" or "than")) return false;
        }

        return true;
    }

    /// <summary>"a bomb was planted": the object of the active voice, before the verb.</summary>
    private int PassiveSubject(int verb, string word)
    {
        var subject = tree.Child(verb, Relation.NsubjPass);
        if (subject < 0 && _document.Relations[verb] is Relation.Acl && _document.Xpos[verb] == "VBN") subject = _document.Heads[verb];
        return subject >= 0 && subject < verb && verb - subject <= Reach && Is(subject, word) ? subject : -1;
    }

    private List<int>? MatchNoun(int token, string[] words)
    {
        if (MatchRow(token, words) is not { } found) return null;
        if (!ActsAsNoun(found)) return null;
        var head = NounHead(found);
        return IsQualifier(head) || IsScareQuoted(found) || (found.Count == 1 && (IsProper(head) || IsGeneral(head))) ? null : found;
    }

    /// <summary>
    /// A noun by its tag; a gerund as subject or object ("rioting broke out"); an adjective behind an article; or a compound that
    /// can be nothing else, whatever its tag ("Air strikes on the town").
    /// </summary>
    private bool ActsAsNoun(List<int> found)
    {
        var last = found[^1];
        if (_document.Upos[last] is Upos.NOUN or Upos.PROPN || _document.Xpos[last] is "NN" or "NNS") return true;
        var relation = _document.Relations[last];
        return _document.Xpos[last] switch
        {
            "VBG" => relation is Relation.Csubj or Relation.CsubjPass or Relation.Nsubj or Relation.NsubjPass or Relation.Obj or Relation.Nmod or Relation.Obl || tree.Child(last, Relation.Det, Relation.Case) >= 0,
            "JJ" => relation is Relation.Nsubj or Relation.NsubjPass or Relation.Obj or Relation.Obl or Relation.Nmod,
            "VBZ" or "VB" or "VBP" => found.Count > 1 && _document.Upos[found[0]] is Upos.NOUN or Upos.ADJ or Upos.PROPN,
            _ => false,
        };
    }

    /// <summary>"is dead", "three unhurt", "remain missing", "wounded soldiers": a predicate, or before a noun.</summary>
    private List<int>? MatchState(int token, string[] words)
    {
        if (MatchRow(token, words) is not { } found) return null;
        if (_document.Upos[token] is not (Upos.ADJ or Upos.VERB or Upos.ADV)) return null;
        if (IsBeforeNoun(token)) return words.Length == 1 && _document.Xpos[token] is not "VBG" ? found : null;
        var isPredicate = tree.Child(token, Relation.Cop, Relation.Nsubj, Relation.NsubjPass) >= 0;
        if (!isPredicate && _document.Relations[token] == Relation.Xcomp && _document.Heads[token] is >= 0 and var verb) isPredicate = _document.Lemmas[verb] is "remain" or "stay" or "feel" or "emerge" or "escape" or "lie" or "return";
        return isPredicate ? found : null;
    }

    /// <summary>Words right behind one another; hyphens between them are passed over.</summary>
    private List<int>? MatchRow(int token, string[] words)
    {
        var end = _document.SentenceRanges[_document.SentenceOf[token]].End;
        var found = new List<int>(words.Length);
        var at = token;
        foreach (var word in words)
        {
            if (found.Count > 0 && at < end && _document.Lowers[at] is "-" or "‑") at++;
            if (at >= end || !Is(at, word)) return null;
            found.Add(at++);
        }

        return found;
    }

    /// <summary>Whether an event noun only qualifies another noun: "terrorism charges", "attack helicopter", "bomb squad".</summary>
    private bool IsQualifier(int head) =>
        _document.Relations[head] is Relation.Compound or Relation.Flat or Relation.Amod && _document.Heads[head] > head
        && _document.Upos[_document.Heads[head]] is Upos.NOUN or Upos.PROPN;

    /// <summary>A capital within the running text: the month of March, the Battle of Richmond.</summary>
    private bool IsProper(int token)
    {
        var article = _document.Article;
        var sentence = _document.Sentence(_document.SentenceOf[token]);
        return !article.AllCapitals && !sentence.InTitle && token > sentence.Tokens.First && char.IsUpper(article.Text[_document.Spans[token].Start]);
    }

    /// <summary>"fear of arrest", "victims of theft": a bare noun that tells what kind of thing is feared or fought.</summary>
    private bool IsGeneral(int noun)
    {
        if (_document.Heads[noun] < 0 || _document.Relations[noun] != Relation.Nmod || tree.Preposition(noun) is not ("of" or "against" or "for" or "on" or "about")) return false;
        return tree.Child(noun, Relation.Det, Relation.Nummod, Relation.NmodPoss, Relation.Amod, Relation.Compound, Relation.Nmod, Relation.Acl, Relation.AclRelcl) < 0
            && generalHeads.Contains(_document.Lemmas[_document.Heads[noun]].ToLowerInvariant());
    }

    /// <summary>A single noun between quotation marks: what somebody calls an "invasion".</summary>
    private bool IsScareQuoted(List<int> found)
    {
        if (found.Count > 1 || found[0] == 0 || found[0] + 1 >= _document.TokenCount) return false;
        return IsQuote(found[0] - 1) && IsQuote(found[0] + 1);
    }

    private bool IsQuote(int token) => _document.Lowers[token] is "\"" or "“" or "”" or "‘" or "’" or "'" or "``" or "''";

    private bool Is(int token, string word) =>
        string.Equals(_document.Lowers[token], word, StringComparison.Ordinal) || string.Equals(_document.Lemmas[token], word, StringComparison.OrdinalIgnoreCase);
}
