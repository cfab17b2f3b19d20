using Dateline.Language;
using Dateline.Mentions;
using Dateline.Mentions.Actors;
using Dateline.Mentions.Places;
using Dateline.Mentions.Triggers;

namespace Dateline.Incidents;

/// <summary>Tells what kind of thing a noun phrase of one document names: who can act, who can suffer, what is only a place.</summary>
internal sealed class ThingReader(Tree tree, MentionLayer mentions, ThingLexicon lexicon)
{
    private readonly Document _document = tree.Document;
    private readonly Dictionary<int, ThingKind> _kinds = [];

    public ThingKind KindOf(int head)
    {
        if (!_kinds.TryGetValue(head, out var kind)) _kinds.Add(head, kind = Read(head));
        return kind;
    }

    /// <summary>Whether the noun carries a flag of the lexicon, such as <c>attacker</c>.</summary>
    public bool Is(int head, string flag) => lexicon.Is(_document, UpTo(head), flag);

    /// <summary>Whether a word is a listed role or title, such as "president" or "Lt."</summary>
    public bool IsRoleNoun(int token) => lexicon.KindOf(_document.Lemmas[token].ToLowerInvariant()) is ThingKind.Person or ThingKind.StateForce or ThingKind.Group;

    public bool CanAct(int head) => KindOf(head) is ThingKind.Person or ThingKind.Group or ThingKind.StateForce or ThingKind.Government or ThingKind.Organisation;

    public bool IsArmedSide(int head) => KindOf(head) is ThingKind.Group or ThingKind.StateForce
        || mentions.Actors.At(head)?.Actor.Kind is ActorKind.ArmedGroup or ActorKind.StateForce
        || _document.Lowers[head] is "regime" or "coalition" or "army";

    public bool CanSuffer(int head) => CanAct(head) || KindOf(head) is ThingKind.Facility or ThingKind.Vehicle or ThingKind.Place or ThingKind.Property;

    /// <summary>Whether a noun phrase meets what a frame asks of it. A missing phrase meets only <c>any</c> and exclusions.</summary>
    public bool Meets(KindCondition condition, int head) =>
        head < 0 ? condition.AllowsNone : condition.Accepts(KindOf(Meant(head)), _document.Lemmas[Meant(head)].ToLowerInvariant());

    /// <summary>Whether a frame rules a noun phrase out. What stands at or on an event noun may be its place, so an event noun asks no more.</summary>
    public bool Forbids(KindCondition condition, int head) => head >= 0 && condition.Forbids(KindOf(head), _document.Lemmas[head].ToLowerInvariant());

    /// <summary>"four of its volunteers", "many of the victims", "a group of gunmen": whoever is meant stands behind "of".</summary>
    public int Meant(int head)
    {
        if (!IsQuantity(head) && _document.Lemmas[head] is not ("group" or "number" or "member" or "dozen" or "hundred" or "thousand" or "score" or "handful" or "couple" or "lot" or "majority" or "one" or "some" or "gang" or "crowd" or "mob" or "team" or "last" or "rest" or "remainder")) return head;
        foreach (var child in tree.Children(head))
        {
            if (child > head && _document.Relations[child] is Relation.Nmod or Relation.Obl && tree.Preposition(child) == "of") return child;
        }

        return head;
    }

    private ThingKind Read(int head)
    {
        if (_document.Upos[head] == Upos.PRON)
        {
            return _document.Lowers[head] switch
            {
                "it" or "which" or "that" or "this" or "what" or "itself" => ThingKind.Unknown,
                _ => ThingKind.Person,
            };
        }

        if (mentions.Times.At(head) is not null) return ThingKind.Abstract;
        if (mentions.Actors.At(head) is { } actor && actor.Tokens.Last >= head) return KindOf(actor.Actor.Kind) is var kind && kind == ThingKind.Organisation ? PeopleOf(head) ?? kind : kind;
        // "Three Italians were abducted": a demonym that stands for itself names people, one before a noun a country.
        if (_document.Xpos[head] is "NNS" or "NNPS" && mentions.Places.At(head) is { By: "places/demonym" }) return ThingKind.Person;
        var listed = lexicon.KindOf(_document, UpTo(head));
        // "Commandos stormed the building": at the head of a sentence a capital does not make a name.
        if (listed == ThingKind.Unknown && _document.Upos[head] == Upos.PROPN && head == _document.SentenceRanges[_document.SentenceOf[head]].First)
        {
            var lower = _document.Lowers[head];
            listed = lexicon.KindOf(lower) is var plain and not ThingKind.Unknown ? plain : lexicon.KindOf(lower.EndsWith('s') ? lower[..^1] : lower);
        }

        if (mentions.Places.At(head) is { } place && !(listed is ThingKind.Person or ThingKind.Group or ThingKind.StateForce)) return place.Place?.Kind == PlaceKind.Facility ? ThingKind.Facility : ThingKind.Place;
        if (listed != ThingKind.Unknown && listed != ThingKind.Abstract) return listed;
        if (IsQuantity(head)) return ThingKind.Person;
        if (_document.Upos[head] == Upos.PROPN) return tree.Child(head, Relation.Det) >= 0 ? ThingKind.Unknown : ThingKind.Person;
        return listed;
    }

    /// <summary>"UN peacekeepers", "Red Cross workers": the people of an organisation; null where its name stands for itself.</summary>
    private ThingKind? PeopleOf(int head) =>
        lexicon.KindOf(_document.Lemmas[head].ToLowerInvariant()) is var listed and (ThingKind.Person or ThingKind.Group or ThingKind.StateForce) ? listed : null;

    /// <summary>"six were hurt", "dozens died", "three others": counted people without a noun.</summary>
    public bool IsQuantity(int head) => _document.Upos[head] == Upos.NUM
        || _document.Lowers[head] is "dozens" or "hundreds" or "thousands" or "scores" or "others" or "another" or "more" or "several" or "many" or "dead" or "wounded" or "injured" or "missing" or "some" or "those" or "victims";

    private TokenRange UpTo(int head)
    {
        var first = head;
        var sentence = _document.SentenceRanges[_document.SentenceOf[head]];
        while (first > sentence.First && head - first < 5
            && (_document.Upos[first - 1] is Upos.NOUN or Upos.ADJ or Upos.PROPN || _document.Lowers[first - 1] is "-" or "‑")) first--;
        while (_document.Lowers[first] is "-" or "‑") first++;
        return new TokenRange(first, head + 1);
    }

    private static ThingKind KindOf(ActorKind kind) => kind switch
    {
        ActorKind.ArmedGroup => ThingKind.Group,
        ActorKind.StateForce => ThingKind.StateForce,
        ActorKind.Government => ThingKind.Government,
        _ => ThingKind.Organisation,
    };
}
