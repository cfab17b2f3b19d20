using Dateline.Language;
using Dateline.Mentions.Actors;

namespace Dateline.Mentions.Chains;

/// <summary>Reads number, gender, kind and telling words off the phrases of a document.</summary>
public sealed class PhraseDescriber(ChainLexicon lexicon)
{
    private const int LongestWording = 24;

    /// <summary>Describes all phrases of a document, in text order.</summary>
    public IReadOnlyList<ReferringPhrase> Describe(Tree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var quotations = QuotationNumbers(tree.Document);
        var phrases = new List<ReferringPhrase>();
        foreach (var (head, tokens, isPair) in ReferringPhraseFinder.Find(tree))
        {
            var phrase = isPair ? Pair(tree, head, tokens) : Single(tree, head, tokens);
            phrases.Add(phrase with { Index = phrases.Count, Sentence = tree.Document.SentenceOf[head], Quotation = quotations[head], Clause = tree.Clause(head) });
        }

        return phrases;
    }

    private ReferringPhrase Pair(Tree tree, int head, TokenRange tokens) => new(head, tokens, ReferenceKind.Nominal)
    {
        IsPair = true,
        Word = FeatureHash.Word("+"),
        Wording = Wording(tree.Document, tokens),
        FineKind = FeatureHash.Word("pair"),
        Number = PhraseNumber.Plural,
        Gender = KindOf(tree, head) is ThingKind.Person or ThingKind.Group ? PhraseGender.Person : PhraseGender.Unknown,
        Thing = KindOf(tree, head),
    };

    private ReferringPhrase Single(Tree tree, int head, TokenRange tokens)
    {
        var document = tree.Document;
        if (document.Upos[head] == Upos.PRON && document.Xpos[head] != "NN" || document.Upos[head] == Upos.ADV) return Pronoun(document, head, tokens);
        return document.Upos[head] == Upos.PROPN ? Name(tree, head, tokens) : Nominal(tree, head, tokens);
    }

    private static ReferringPhrase Pronoun(Document document, int head, TokenRange tokens)
    {
        var word = Base(document.Lowers[head]);
        var (number, gender, person) = word switch
        {
            "i" => (PhraseNumber.Singular, PhraseGender.Person, 1),
            "we" => (PhraseNumber.Plural, PhraseGender.Person, 1),
            "you" => (PhraseNumber.Unknown, PhraseGender.Person, 2),
            "he" => (PhraseNumber.Singular, PhraseGender.Male, 3),
            "she" => (PhraseNumber.Singular, PhraseGender.Female, 3),
            "it" or "this" or "that" => (PhraseNumber.Singular, PhraseGender.Thing, 3),
            "they" or "these" or "those" => (PhraseNumber.Plural, PhraseGender.Unknown, 3),
            _ => (PhraseNumber.Unknown, PhraseGender.Unknown, 3),
        };
        var hash = FeatureHash.Word(word);
        return new ReferringPhrase(head, tokens, ReferenceKind.Pronoun) { Word = hash, Wording = hash, FineKind = hash, Number = number, Gender = gender, Person = person };
    }

    /// <summary>One form for all cases of a pronoun: "his", "him", "himself" and "he" are he.</summary>
    private static string Base(string word) => word switch
    {
        "i" or "me" or "my" or "mine" or "myself" => "i",
        "we" or "us" or "our" or "ours" or "ourselves" or "'s" or "’s" => "we",
        "you" or "your" or "yours" or "yourself" or "yourselves" or "ya" or "u" => "you",
        "he" or "him" or "his" or "himself" => "he",
        "she" or "her" or "hers" or "herself" => "she",
        "it" or "its" or "itself" => "it",
        "they" or "them" or "their" or "theirs" or "themselves" or "'em" or "themself" => "they",
        _ => word,
    };

    private ReferringPhrase Name(Tree tree, int head, TokenRange tokens)
    {
        var document = tree.Document;
        var last = head;
        var modifiers = new List<uint>();
        var gender = lexicon.OfGivenName(document.Lowers[head]);
        var initials = "";
        foreach (var child in tree.Children(head))
        {
            var relation = document.Relations[child];
            if (relation is Relation.Flat or Relation.Compound or Relation.NmodDesc or Relation.Amod or Relation.Nmod or Relation.Nummod) Note(child);
            if (relation is Relation.Flat && document.Upos[child] == Upos.PROPN) last = Math.Max(last, child);
        }

        if (last != head) modifiers.Add(FeatureHash.Word(document.Lowers[head]));
        var isPlural = document.Xpos[head] == "NNPS";
        var thing = KindOf(tree, head);
        var isTitled = last != head && lexicon.OfTitle(document.Lowers[head]) != PhraseGender.Unknown;
        if (isTitled) gender = lexicon.OfTitle(document.Lowers[head]);
        if (gender is PhraseGender.Unknown && thing is ThingKind.Person) gender = PhraseGender.Person;
        if (gender is PhraseGender.Unknown && thing is not ThingKind.Unknown) gender = PhraseGender.Thing;
        for (var token = tokens.First; token <= Math.Max(last, head) && token - tokens.First < 12; token++)
        {
            if (document[token].IsCapitalised && document.Upos[token] is Upos.PROPN or Upos.NOUN or Upos.ADJ) initials += char.ToUpperInvariant(document.Text[document.Spans[token].Start]);
        }

        return new ReferringPhrase(head, tokens, ReferenceKind.Name)
        {
            Word = FeatureHash.Word(document.Lowers[last]),
            Wording = Wording(document, tokens),
            Modifiers = [.. modifiers.Distinct()],
            FineKind = FeatureHash.Word(document.Relations[head] == Relation.Compound ? "inner" : isPlural ? "names" : "name"),
            Number = isPlural ? PhraseNumber.Plural : PhraseNumber.Singular,
            Gender = gender,
            Thing = gender is PhraseGender.Male or PhraseGender.Female or PhraseGender.Person ? ThingKind.Person : thing,
            Initials = initials.Length > 1 ? initials : "",
        };

        void Note(int child)
        {
            var word = document.Lowers[child];
            if (child < head || document.Relations[child] == Relation.Flat)
            {
                if (lexicon.OfTitle(word) is var title and not PhraseGender.Unknown) gender = title == PhraseGender.Person && gender != PhraseGender.Unknown ? gender : title;
                else if (lexicon.OfGivenName(word) is var given and not PhraseGender.Unknown && gender == PhraseGender.Unknown && document.Relations[child] == Relation.Compound) gender = given;
            }

            modifiers.Add(FeatureHash.Word(word));
        }
    }

    private ReferringPhrase Nominal(Tree tree, int head, TokenRange tokens)
    {
        var document = tree.Document;
        var modifiers = new List<uint>();
        var introduction = Introduction.Bare;
        uint count = 0, marker = 0;
        int owner = -1, of = -1;
        foreach (var child in tree.Children(head))
        {
            var relation = document.Relations[child];
            switch (relation)
            {
                case Relation.Det:
                    introduction = document.Lowers[child] switch
                    {
                        "the" => Introduction.Definite,
                        "this" or "that" or "these" or "those" or "such" => Introduction.Demonstrative,
                        _ => Introduction.Indefinite,
                    };
                    if (marker == 0) marker = FeatureHash.Word(document.Lemmas[child]);
                    break;
                case Relation.NmodPoss:
                    introduction = Introduction.Owned;
                    owner = child;
                    break;
                case Relation.Amod or Relation.Compound or Relation.Nummod or Relation.Nmod or Relation.Acl or Relation.AclRelcl:
                    if (relation == Relation.Nummod) count = FeatureHash.Word(document.Lemmas[child]);
                    if (relation == Relation.Nmod && of < 0) of = child;
                    if (relation == Relation.Amod && IsMarker(document.Lemmas[child])) marker = FeatureHash.Word(document.Lemmas[child]);
                    else modifiers.Add(FeatureHash.Word(document.Lemmas[child].ToLowerInvariant()));
                    break;
            }
        }

        var isPlural = document.Xpos[head] is "NNS" or "NNPS" || document.Lemmas[head] is "people" or "police";
        var thing = KindOf(tree, head);
        var gender = lexicon.OfNoun(document.Lemmas[head]);
        if (gender == PhraseGender.Unknown)
        {
            gender = thing switch
            {
                ThingKind.Person => PhraseGender.Person,
                ThingKind.Unknown => PhraseGender.Unknown,
                ThingKind.Group or ThingKind.StateForce => isPlural ? PhraseGender.Person : PhraseGender.Unknown,
                _ => PhraseGender.Thing,
            };
        }

        var upos = document.Upos[head];
        var kind = document.Relations[head] == Relation.Compound ? "inner" : upos is Upos.NOUN ? (isPlural ? "s" : "") + introduction : upos + "" + introduction;
        return new ReferringPhrase(head, tokens, ReferenceKind.Nominal)
        {
            Word = FeatureHash.Word(document.Lemmas[head].ToLowerInvariant()),
            Wording = Wording(document, tokens),
            Modifiers = [.. modifiers.Distinct()],
            FineKind = FeatureHash.Word(kind),
            Introduction = introduction,
            Count = count,
            Marker = marker,
            Owner = owner,
            Of = of,
            Number = upos == Upos.NUM ? PhraseNumber.Unknown : isPlural ? PhraseNumber.Plural : PhraseNumber.Singular,
            Gender = gender,
            Thing = thing,
        };
    }

    /// <summary>Adjectives that do not tell what something is like but whether it was told of before.</summary>
    private static bool IsMarker(string lemma) =>
        lemma is "other" or "another" or "same" or "such" or "new" or "different" or "more" or "many" or "few" or "several" or "own" or "further" or "additional" or "similar"
            or "first" or "second" or "third" or "last" or "next" or "previous" or "former" or "latter" or "latest" or "certain" or "various" or "recent";

    private ThingKind KindOf(Tree tree, int head)
    {
        var first = head;
        foreach (var child in tree.Children(head))
        {
            if (child < head && tree.Document.Relations[child] == Relation.Compound) first = Math.Min(first, child);
        }

        return lexicon.Things.KindOf(tree.Document, new TokenRange(first, head + 1));
    }

    private static uint Wording(Document document, TokenRange tokens)
    {
        var hash = 17u;
        var end = Math.Min(tokens.End, tokens.First + LongestWording);
        for (var token = tokens.First; token < end; token++)
        {
            if (document.Xpos[token] == "POS" || (token == tokens.First && document.Lowers[token] is "the" or "a" or "an" or "this" or "that" or "these" or "those")) continue;
            hash = FeatureHash.Mix(hash, FeatureHash.Word(document.Lowers[token]));
        }

        return hash;
    }

    /// <summary>A rough count of quotations by their marks; a paragraph cannot be told here, so a mark left open ends after six sentences.</summary>
    private static int[] QuotationNumbers(Document document)
    {
        var numbers = new int[document.TokenCount];
        int open = 0, count = 0, since = 0;
        for (var token = 0; token < document.TokenCount; token++)
        {
            var letter = document.Text[document.Spans[token].Start];
            var isMark = document.Spans[token].Length <= 2 && letter is '"' or '“' or '”' or '`' or '«' or '»';
            if (open > 0 && document.SentenceOf[token] - since > 6) open = 0;
            if (isMark && open > 0 && letter is not ('“' or '`')) open = 0;
            else if (isMark && letter is not '”') (open, since) = (++count, document.SentenceOf[token]);
            numbers[token] = open;
        }

        return numbers;
    }
}
