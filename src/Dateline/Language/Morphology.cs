using Dateline.Resources;

namespace Dateline.Language;

/// <summary>The morphological features of a token (UD's FEATS), found when asked for: "were" after "guards" is <c>Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin</c>.</summary>
/// <remarks>
/// Tag and word say most of it, by <c>en/lexicons/features.yaml</c>; the tree says what a verb agrees with, whether a participle is
/// passive, and the case of "it" and "you". Conventions are those of UD English EWT 2.16. Nothing is allocated for a token.
/// </remarks>
public sealed class Morphology
{
    public const string File = "en/lexicons/features.yaml";

    /// <summary>What CoNLL-U writes for no features.</summary>
    public const string None = "_";

    private static readonly string[] Persons = [.. from tense in (string[])["Past", "Pres"] from number in (string[])["Plur", "Sing"] from person in (int[])[1, 2, 3] select $"Mood=Ind|Number={number}|Person={person}|Tense={tense}|VerbForm=Fin"];

    private readonly Dictionary<(Upos, string), string> _tags = [];
    private readonly Dictionary<(Upos, string), string> _words = [];

    private Morphology(KnowledgeNode file)
    {
        file.AllowKeys("tags", "words");
        foreach (var (tag, features) in file["tags"]?.Entries ?? [])
        {
            var slash = tag.IndexOf('/', StringComparison.Ordinal);
            if (slash < 0 || !Enum.TryParse<Upos>(tag[..slash], out var upos)) throw features.Error($"\"{tag}\" is no part of speech with a Penn tag, such as NOUN/NN");
            _tags[(upos, string.Intern(tag[(slash + 1)..]))] = features.Required();
        }

        foreach (var (name, rows) in file["words"]?.Entries ?? [])
        {
            if (!Enum.TryParse<Upos>(name, out var upos)) throw rows.Error($"\"{name}\" is no part of speech");
            foreach (var (features, words) in rows.Entries)
            {
                foreach (var word in words.Texts) _words[(upos, word)] = features;
            }
        }
    }

    /// <summary>Loads the word list.</summary>
    /// <exception cref="DataException">The file is missing or broken.</exception>
    public static Morphology Load(KnowledgeFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new Morphology(folder.Read(File));
    }

    /// <summary>The features of a token, names in order, parted by bars; <see cref="None"/> when it has none.</summary>
    public string FeaturesOf(Document document, int token)
    {
        ArgumentNullException.ThrowIfNull(document);
        var (upos, xpos, lower) = (document.Upos[token], document.Xpos[token], document.Lowers[token]);
        if (upos is Upos.VERB or Upos.AUX) return Verb(document, token, xpos);
        if (upos is Upos.ADJ or Upos.NOUN or Upos.NUM && Numeric(upos, lower) is { } number) return number;
        if (upos == Upos.PRON)
        {
            if (xpos == "PRP$" && lower == "her") return "Case=Gen|Gender=Fem|Number=Sing|Person=3|Poss=Yes|PronType=Prs";
            if (xpos == "PRP" && lower is "it" or "you" or "u" && IsObject(document.Relations[token]))
                return lower == "it" ? "Case=Acc|Gender=Neut|Number=Sing|Person=3|PronType=Prs" : "Case=Acc|Person=2|PronType=Prs";
            if (xpos == "WDT") return lower is "what" ? "PronType=Int" : "PronType=Rel";
            if (xpos == "WP" && lower is "who" or "whom") return InRelativeClause(document, token) ? "PronType=Rel" : "PronType=Int";
            if (xpos == "NN" && lower == "one") return "Number=Sing|PronType=Neg";
        }

        if (xpos == "WRB" && lower == "where") return InRelativeClause(document, token) ? "PronType=Rel" : "PronType=Int";
        if (upos == Upos.NOUN && xpos == "NN" && lower is not ("half" or "quarter")) return "Number=Sing";
        if (upos is Upos.ADV && xpos is not ("RB" or "WRB")) return _tags.GetValueOrDefault((upos, xpos), None);
        return _words.TryGetValue((upos, lower), out var features) ? features : _tags.GetValueOrDefault((upos, xpos), None);
    }

    private string Verb(Document document, int token, string xpos)
    {
        var clause = ClauseOf(document, token);
        switch (xpos)
        {
            case "VBD" or "VBP":
                var (person, plural) = Agreement(document, token, clause, xpos == "VBP");
                return Persons[(xpos == "VBD" ? 0 : 6) + (plural ? 0 : 3) + person - 1];
            case "VBN" when document.Upos[token] == Upos.VERB:
                return IsPerfect(document, token) ? "Tense=Past|VerbForm=Part" : "Tense=Past|VerbForm=Part|Voice=Pass";
            case "VBG" when document.Upos[token] == Upos.VERB:
                return IsGerund(document, token) ? "VerbForm=Ger" : "Tense=Pres|VerbForm=Part";
            case "VB" when IsImperative(document, token, clause):
                return "Mood=Imp|VerbForm=Fin";
            default:
                return _tags.GetValueOrDefault((document.Upos[token], xpos), None);
        }
    }

    /// <summary>"20th" is an ordinal, "1970s" a decade, "3.5" a fraction.</summary>
    private static string? Numeric(Upos upos, string lower)
    {
        if (lower.Length < 2 || !char.IsAsciiDigit(lower[0])) return null;
        return upos switch
        {
            Upos.NUM => lower.Contains('.', StringComparison.Ordinal) || lower.Contains('/', StringComparison.Ordinal) ? "NumType=Frac" : null,
            Upos.NOUN when lower[^1] == 's' && char.IsAsciiDigit(lower[^2]) => "Number=Ptan|NumType=Card",
            Upos.NOUN when lower[^1] is 'h' or 't' or 'd' && !lower.AsSpan(1, lower.Length - 2).ContainsAny("-/.") => "Number=Sing|NumType=Ord",
            Upos.ADJ when lower[^1] is 'h' or 't' or 'd' => "Degree=Pos|NumType=Ord",
            _ => null,
        };
    }

    private static bool IsObject(Relation relation) => relation is Relation.Obj or Relation.Iobj or Relation.Obl or Relation.OblAgent or Relation.Nmod or Relation.OblUnmarked;

    /// <summary>The word that the clause of a verb is built on: its own, or the one that it is auxiliary or copula of.</summary>
    private static int ClauseOf(Document document, int token) =>
        document.Relations[token] is Relation.Aux or Relation.AuxPass or Relation.Cop && document.Heads[token] is var head and >= 0 ? head : token;

    private static bool InRelativeClause(Document document, int token)
    {
        for (int at = token, steps = 0; at >= 0 && steps < 3; at = document.Heads[at], steps++)
        {
            if (document.Relations[at] is Relation.AclRelcl or Relation.AdvclRelcl) return true;
        }

        return false;
    }

    /// <summary>Person, 1 to 3, and whether plural, of what a finite verb agrees with.</summary>
    private static (int Person, bool Plural) Agreement(Document document, int token, int clause, bool present)
    {
        if (document.Lowers[token] is "am" or "'m" or "’m") return (1, false);
        var subject = SubjectOf(document, clause);
        var (person, plural) = subject < 0 ? (3, present) : NumberOf(document, subject);
        // In the present a third person without its -s is plural, whatever its head looks like ("the police say").
        if (person == 3 && present) plural = true;
        if (document.Lowers[token] is "was") plural = false;
        else if (document.Lowers[token] is "were" && person == 3) plural = true;
        return (person, plural);
    }

    /// <summary>The subject of a clause, or of the clause that it is coordinated with; of a relative clause, what the clause describes. -1 when there is none.</summary>
    private static int SubjectOf(Document document, int clause)
    {
        for (var steps = 0; clause >= 0 && steps < 6; steps++)
        {
            var sentence = document.SentenceRanges[document.SentenceOf[clause]];
            for (var token = sentence.First; token < sentence.End; token++)
            {
                if (document.Heads[token] != clause || document.Relations[token] is not (Relation.Nsubj or Relation.NsubjPass or Relation.NsubjOuter)) continue;
                var relative = document.Lowers[token] is "who" or "that" or "which" && document.Relations[clause] == Relation.AclRelcl;
                return relative && document.Heads[clause] >= 0 ? document.Heads[clause] : token;
            }

            if (document.Relations[clause] is not (Relation.Conj or Relation.Xcomp)) return -1;
            clause = document.Heads[clause];
        }

        return -1;
    }

    private static (int Person, bool Plural) NumberOf(Document document, int subject)
    {
        switch (document.Lowers[subject])
        {
            case "i": return (1, false);
            case "we": return (1, true);
            case "you" or "u" or "ya": return (2, false);
            case "they" or "these" or "those" or "both" or "many" or "most" or "several" or "few" or "others" or "some" or "all": return (3, true);
        }

        if (document.Xpos[subject] is "NNS" or "NNPS") return (3, true);
        if (document.Upos[subject] == Upos.NUM) return (3, document.Lowers[subject] is not ("one" or "1"));
        var sentence = document.SentenceRanges[document.SentenceOf[subject]];
        for (var token = subject + 1; token < sentence.End; token++)
        {
            if (document.Heads[token] == subject && document.Relations[token] == Relation.Conj) return (3, true);
        }

        return (3, false);
    }

    /// <summary>"has killed", "killed" after "has shot and"; not "has been killed".</summary>
    private static bool IsPerfect(Document document, int token)
    {
        for (var steps = 0; token >= 0 && steps < 4; token = document.Heads[token], steps++)
        {
            var sentence = document.SentenceRanges[document.SentenceOf[token]];
            bool have = false, passive = false;
            for (var child = sentence.First; child < token; child++)
            {
                if (document.Heads[child] != token) continue;
                passive |= document.Relations[child] == Relation.AuxPass;
                have |= document.Relations[child] == Relation.Aux && document.Lemmas[child] == "have";
            }

            if (passive || have) return have && !passive;
            if (document.Relations[token] != Relation.Conj) return false;
        }

        return false;
    }

    private static bool IsGerund(Document document, int token)
    {
        for (var steps = 0; token >= 0 && steps < 4; token = document.Heads[token], steps++)
        {
            if (document.Relations[token] == Relation.Conj) continue;
            if (document.Relations[token] is not (Relation.Acl or Relation.Xcomp or Relation.Amod or Relation.Csubj or Relation.Ccomp or Relation.CsubjPass)) return false;
            return !HasChild(document, token, Relation.Aux);
        }

        return false;
    }

    /// <summary>A bare verb at the head of its sentence or clause, without subject, auxiliary or "to"; so is the "do" of "do not go".</summary>
    private static bool IsImperative(Document document, int token, int clause)
    {
        if (token != clause && document.Relations[token] != Relation.Cop && document.Lemmas[token] != "do") return false;
        for (var steps = 0; steps < 4; steps++)
        {
            var helped = HasChild(document, clause, Relation.Aux) && !HasImperativeDo(document, clause);
            if (helped || HasChild(document, clause, Relation.Mark) || HasChild(document, clause, Relation.Nsubj) || HasChild(document, clause, Relation.NsubjPass)) return false;
            if (document.Heads[clause] < 0 || document.Relations[clause] == Relation.Parataxis) return true;
            if (document.Relations[clause] != Relation.Conj || document.Xpos[document.Heads[clause]] != "VB") return false;
            clause = document.Heads[clause];
        }

        return false;
    }

    private static bool HasImperativeDo(Document document, int clause)
    {
        var sentence = document.SentenceRanges[document.SentenceOf[clause]];
        for (var child = sentence.First; child < clause; child++)
        {
            if (document.Heads[child] == clause && document.Relations[child] == Relation.Aux) return document.Xpos[child] == "VB" && document.Lemmas[child] == "do";
        }

        return false;
    }

    private static bool HasChild(Document document, int token, Relation relation)
    {
        var sentence = document.SentenceRanges[document.SentenceOf[token]];
        for (var child = sentence.First; child < sentence.End; child++)
        {
            if (document.Heads[child] == token && document.Relations[child] == relation) return true;
        }

        return false;
    }
}
