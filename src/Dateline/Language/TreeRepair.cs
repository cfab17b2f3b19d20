using System.Buffers;
using System.Runtime.InteropServices;

namespace Dateline.Language;

/// <summary>Mends tags that the tree shows to be wrong, and some habits of attachment: what has an object or a passive helper is a verb.</summary>
/// <remarks>
/// Tags are given before trees, from the words nearby. The tree sees the sentence, so where the two disagree about a verb it is believed:
/// "left" with an object is no adjective, "attacks" with a subject and an object no noun. Every repair keeps one tree without cycles.
/// </remarks>
internal static class TreeRepair
{
    public static void Mend(Document document, Lemmatizer lemmatizer)
    {
        // The pool of bytes is compiled ahead of time, one of longer numbers is not.
        var rented = ArrayPool<byte>.Shared.Rent(sizeof(ulong) * document.TokenCount);
        var children = new Dependants(MemoryMarshal.Cast<byte, ulong>(rented.AsSpan(0, sizeof(ulong) * document.TokenCount)));
        children.Read(document);
        for (var token = 0; token < document.TokenCount; token++)
        {
            if (VerbTag(document, token, children) is { } xpos) MakeVerb(document, lemmatizer, token, xpos);
        }

        foreach (var sentence in document.SentenceRanges)
        {
            RaiseVerb(document, lemmatizer, sentence, children);
            for (var token = sentence.First; token < sentence.End; token++)
            {
                if (document.Relations[token] == Relation.Conj)
                {
                    Join(document, token, children);
                    JoinSubjects(document, token);
                }
                else if (document.Relations[token] == Relation.Nsubj) JoinName(document, token);
                else if (document.Relations[token] == Relation.Advcl) GiveReason(document, token);
                else if (document.Relations[token] == Relation.Xcomp) MakeObject(document, token, children);
                else if (document.Relations[token] == Relation.Mark)
                {
                    Lower(document, token);
                    TakeIn(document, token, children);
                }
            }
        }

        ArrayPool<byte>.Shared.Return(rented);
    }

    /// <summary>The Penn tag of a word that is a verb by its dependants, and tagged otherwise; null for all others.</summary>
    private static string? VerbTag(Document document, int token, Dependants children)
    {
        if (document.Upos[token] is not (Upos.ADJ or Upos.NOUN)) return null;
        if (document.Upos[token] == Upos.ADJ && children.Has(token, Relation.AuxPass)) return "VBN";
        if (!children.Has(token, Relation.Obj) || !children.Has(token, Relation.Nsubj) || children.Has(token, Relation.Cop)) return null;
        if (document.Upos[token] == Upos.ADJ) return "VBD";
        if (children.Has(token, Relation.Det)) return null;
        return document.Lowers[token].EndsWith('s') ? "VBZ" : "VBP";
    }

    private static void MakeVerb(Document document, Lemmatizer lemmatizer, int token, string xpos)
    {
        document.Upos[token] = Upos.VERB;
        document.Xpos[token] = xpos;
        document.Lemmas[token] = lemmatizer.Lemma(document[token].Form, Upos.VERB, xpos, default);
    }

    /// <summary>"The volcano erupted on Sunday.": a whole sentence has a verb, so the participle right behind its only noun is it.</summary>
    private static void RaiseVerb(Document document, Lemmatizer lemmatizer, TokenRange sentence, Dependants children)
    {
        if (sentence.Count < 4 || document.Lowers[sentence.Last] != "." || document.Sentence(document.SentenceOf[sentence.First]).InTitle) return;
        var verb = -1;
        for (var token = sentence.First; token < sentence.End; token++)
        {
            if (document.Upos[token] is not (Upos.VERB or Upos.AUX)) continue;
            if (verb >= 0) return;
            verb = token;
        }

        if (verb <= sentence.First || document.Relations[verb] != Relation.Acl || document.Xpos[verb] != "VBN" || document.Heads[verb] != verb - 1) return;
        var noun = verb - 1;
        if (document.Heads[noun] >= 0 || children.Has(verb, Relation.OblAgent) || document.Upos[noun] is not (Upos.NOUN or Upos.PROPN)) return;
        (document.Heads[verb], document.Relations[verb]) = (-1, Relation.Root);
        (document.Heads[noun], document.Relations[noun]) = (verb, Relation.Nsubj);
        document.Heads[sentence.Last] = verb;
        MakeVerb(document, lemmatizer, verb, "VBD");
    }

    /// <summary>"If the army attacks the town then many will flee.": a clause between a conjunction and the verb it hangs on is what the conjunction opens.</summary>
    private static void Lower(Document document, int mark)
    {
        var head = document.Heads[mark];
        for (var clause = mark + 1; clause < head; clause++)
        {
            if (document.Heads[clause] != head || document.Relations[clause] != Relation.Advcl) continue;
            document.Heads[mark] = clause;
            return;
        }
    }

    /// <summary>"months after gunmen burst in": a noun between a conjunction and a verb without a subject is its subject, though it was hung elsewhere.</summary>
    private static void TakeIn(Document document, int mark, Dependants children)
    {
        var verb = document.Heads[mark];
        if (verb < 0 || document.Upos[verb] != Upos.VERB || children.Has(verb, Relation.Nsubj) || children.Has(verb, Relation.NsubjPass)) return;
        for (var noun = mark + 1; noun < verb; noun++)
        {
            var head = document.Heads[noun];
            if ((head >= mark && head <= verb) || document.Upos[noun] is not (Upos.NOUN or Upos.PROPN or Upos.PRON)) continue;
            if (children.Has(noun, Relation.Case) || IsBelow(document, verb, noun)) continue;
            (document.Heads[noun], document.Relations[noun]) = (verb, children.Has(verb, Relation.AuxPass) ? Relation.NsubjPass : Relation.Nsubj);
            return;
        }
    }

    private static bool IsBelow(Document document, int token, int other)
    {
        for (var head = document.Heads[token]; head >= 0; head = document.Heads[head])
        {
            if (head == other) return true;
        }

        return false;
    }

    /// <summary>"those arrested in 2022 for planning an attack": a clause behind "for" that was hung on the noun is the reason of the participle between.</summary>
    private static void GiveReason(Document document, int clause)
    {
        var noun = document.Heads[clause];
        if (noun < 0 || noun > clause || !document.Lowers[clause].EndsWith("ing", StringComparison.Ordinal) || document.Upos[noun] is not (Upos.NOUN or Upos.PROPN or Upos.PRON)) return;
        var mark = clause - 1;
        while (mark > noun && document.Heads[mark] == clause && document.Lowers[mark] != "for") mark--;
        if (mark <= noun || document.Lowers[mark] != "for" || document.Heads[mark] != clause) return;
        for (var participle = mark - 1; participle > noun; participle--)
        {
            if (document.Heads[participle] != noun || document.Relations[participle] != Relation.Acl || document.Lowers[participle].EndsWith("ing", StringComparison.Ordinal)) continue;
            document.Heads[clause] = participle;
            return;
        }
    }

    /// <summary>"Fuad Masum met": a verb has one subject, so two names side by side are one.</summary>
    private static void JoinName(Document document, int token)
    {
        var first = token - 1;
        if (first < 0 || document.Heads[first] != document.Heads[token] || document.Relations[first] != Relation.Nsubj) return;
        if (document.Upos[first] == Upos.PROPN && document.Upos[token] == Upos.PROPN) (document.Heads[token], document.Relations[token]) = (first, Relation.Flat);
    }

    /// <summary>"Two men were held, witnesses and a doctor said.": a noun joined to the verb before it, though "and" joins it to the subject of the next.</summary>
    private static void JoinSubjects(Document document, int noun)
    {
        if (noun + 1 >= document.TokenCount || document.Upos[noun + 1] != Upos.CCONJ || document.Upos[noun] is not (Upos.NOUN or Upos.PROPN)) return;
        var (before, subject) = (document.Heads[noun], document.Heads[noun + 1]);
        if (before < 0 || before > noun || document.Upos[before] != Upos.VERB || subject <= noun || document.Relations[subject] != Relation.Nsubj || document.Heads[subject] <= subject) return;
        (document.Heads[noun], document.Relations[noun]) = (document.Heads[subject], Relation.Nsubj);
        (document.Heads[subject], document.Relations[subject]) = (noun, Relation.Conj);
    }

    /// <summary>"Witnesses called police": nobody is named whom they call that, so it is whom they called.</summary>
    private static void MakeObject(Document document, int token, Dependants children)
    {
        var verb = document.Heads[token];
        if (document.Lemmas[verb] != "call" || verb > token || document.Upos[token] is not (Upos.NOUN or Upos.PROPN)) return;
        if (!children.Has(verb, Relation.Obj) && !children.Has(verb, Relation.AuxPass) && children.Has(verb, Relation.Nsubj)) document.Relations[token] = Relation.Obj;
    }

    /// <summary>
    /// "a knife, a baton and an axe": every member of a list hangs on its first, not on the one before it. "demanded a car and safe passage":
    /// a noun is joined to the noun before it, not to the verb.
    /// </summary>
    private static void Join(Document document, int token, Dependants children)
    {
        var head = document.Heads[token];
        if (document.Upos[token] is not (Upos.NOUN or Upos.PROPN) || head < 0 || head > token) return;
        if (document.Upos[head] is Upos.NOUN or Upos.PROPN && document.Relations[head] == Relation.Conj && !children.Has(head, Relation.Cc) && document.Heads[head] is >= 0 and var first && first < head)
        {
            document.Heads[token] = first;
            return;
        }

        if (document.Upos[head] != Upos.VERB || children.Has(token, Relation.Nsubj) || children.Has(token, Relation.Case) || children.Has(token, Relation.Cop)) return;
        var nearest = -1;
        for (var other = head + 1; other < token; other++)
        {
            if (document.Upos[other] is Upos.VERB or Upos.AUX) return;
            if (document.Heads[other] == head && document.Relations[other] == Relation.Obj) nearest = other;
        }

        if (nearest >= 0) document.Heads[token] = nearest;
    }

    /// <summary>Which relations hang on each token: a bit for each of the 56.</summary>
    private readonly ref struct Dependants(Span<ulong> relations)
    {
        private readonly Span<ulong> _relations = relations;

        public void Read(Document document)
        {
            _relations.Clear();
            for (var token = 0; token < document.TokenCount; token++)
            {
                if (document.Heads[token] >= 0) _relations[document.Heads[token]] |= 1UL << (int)document.Relations[token];
            }
        }

        public bool Has(int token, Relation relation) => (_relations[token] & (1UL << (int)relation)) != 0;
    }
}
