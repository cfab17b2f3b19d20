using Dateline.Language;

namespace Dateline.Sourcing;

/// <summary>Reads the <see cref="Scope"/> of a trigger off the tree: its own modifiers first, then the verbs and nouns above it.</summary>
/// <remarks>
/// One climb from the trigger towards the root. At every step the words that hang on it may change the meaning (<see cref="ReadModifier"/>),
/// then the word above may ("failed to", "accused of": <see cref="ReadGovernor"/>). The climb stops where another clause begins to speak for itself.
/// </remarks>
public sealed class ScopeReader(ModalityLexicon lexicon, SourceLexicon sources)
{
    /// <summary>How many heads above a trigger can still change what it means.</summary>
    private const int Reach = 4;

    public Scope Read(Tree tree, int trigger)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var document = tree.Document;
        var scope = new Scope(Modality.Stated, IsNothing(tree, trigger), false, false, null, null);
        var at = trigger;
        for (var steps = 0; steps <= Reach; steps++)
        {
            foreach (var child in tree.Children(at))
            {
                if (child != trigger) scope = ReadModifier(scope, tree, at, child, isTrigger: steps == 0);
            }

            var relation = document.Relations[at];
            if (document.Heads[at] is not (>= 0 and var head)) return AsksWhether(tree, at) ? scope with { Irreal = true } : scope;
            if (relation == Relation.Parataxis || (relation == Relation.Conj && steps > 0)) break;
            var isJoined = relation is Relation.Conj or Relation.Appos;
            if (!isJoined)
            {
                scope = ReadGovernor(scope, tree, at, head);
                if (IsTalkedOutOf(tree, at)) scope = scope with { Negated = true };
                if (SpeaksForItself(document, at) && !IsTalkedInto(tree, at)) break;
            }

            at = head;
        }

        return scope;
    }

    /// <summary>A word that hangs on the trigger or on a word above it.</summary>
    private Scope ReadModifier(Scope scope, Tree tree, int at, int child, bool isTrigger)
    {
        var document = tree.Document;
        var lower = document.Lowers[child];
        switch (document.Relations[child])
        {
            case Relation.Advmod or Relation.Det or Relation.Cc or Relation.CcPreconj:
                if (Negates(tree, at, lower, isTrigger)) scope = scope with { Negated = true };
                if (document.Relations[child] == Relation.Advmod)
                {
                    if (lexicon.Adverbs.TryGetValue(lower, out var surety)) scope = Surer(scope, surety);
                    if (lexicon.TimeMarks.Contains(lower)) scope = scope with { TimeMark = scope.TimeMark ?? lower };
                }

                return scope;
            case Relation.Amod when isTrigger:
                if (lexicon.Adjectives.TryGetValue(lower, out var doubt)) scope = Surer(scope, doubt);
                return lexicon.StageAdjectives.TryGetValue(lower, out var stage) ? scope with { Stage = scope.Stage ?? stage } : scope;
            case Relation.Aux or Relation.AuxPass:
                return lexicon.Auxiliaries.TryGetValue(lower, out var auxiliary) ? ReadAuxiliary(scope, auxiliary) : scope;
            case Relation.Mark or Relation.Case:
                // "Calls grew for the workers to be freed": a passive infinitive that rounds off a clause is wanted, not done.
                if (isTrigger && lower == "to" && document.Relations[at] == Relation.Advcl && tree.Child(at, Relation.AuxPass) >= 0) scope = scope with { Irreal = true };
                // "is due to appear": the tree may take "due to" for the mark of the verb.
                if (isTrigger && lower == "due" && document.Xpos[at] == "VB") scope = scope with { Future = true };
                if (lower == "without" && isTrigger) scope = scope with { Negated = true };
                if (document.Relations[child] == Relation.Mark && lexicon.IrrealMarks.Contains(lower)) scope = scope with { Irreal = true };
                return lexicon.TimeMarks.Contains(lower) ? scope with { TimeMark = scope.TimeMark ?? lower } : scope;
            case Relation.Nsubj or Relation.NsubjPass when isTrigger:
                return IsNothing(tree, child) ? scope with { Negated = true } : scope;
            default:
                return scope;
        }
    }

    private static Scope ReadAuxiliary(Scope scope, string code) => code switch
    {
        "irreal" => scope with { Irreal = true },
        "future" => scope with { Future = true },
        _ => Surer(scope, code),
    };

    /// <summary>The verb, noun or adjective above: "tried to", "is said to", "accused of", "reports of", "no sign of".</summary>
    private Scope ReadGovernor(Scope scope, Tree tree, int at, int head)
    {
        var document = tree.Document;
        var relation = document.Relations[at];
        if (!Governs(relation) || document.Upos[head] is not (Upos.VERB or Upos.NOUN or Upos.ADJ)) return scope;
        var governor = document.Lemmas[head].ToLowerInvariant();
        if (relation == Relation.Xcomp)
        {
            if (lexicon.FutureGovernors.Contains(governor)) scope = scope with { Future = true };
            if (lexicon.Negations.Contains(document.Lowers[head])) scope = scope with { Negated = true };
            if (IsPassive(tree, head) && lexicon.PassiveGovernors.TryGetValue(governor, out var hearsay)) scope = Surer(scope, hearsay);
        }

        if (lexicon.IrrealGovernors.Contains(governor) && IsSought(tree, at)) scope = scope with { Irreal = true };
        if (IsArgument(tree, at) && lexicon.Stages.TryGetValue(governor, out var stage)) scope = scope with { Stage = scope.Stage ?? stage };
        if (document.Upos[head] == Upos.NOUN) return ReadNoun(scope, tree, at, head, governor);
        var isOwnSpeech = relation == Relation.Ccomp && document.Xpos[at] != "VBG" && sources.Cue(governor) is not null;
        return !isOwnSpeech && lexicon.Governors.TryGetValue(governor, out var modality) ? Surer(scope, modality) : scope;
    }

    /// <summary>"reports of an attack" are hearsay, "no reports of an attack" are none.</summary>
    private Scope ReadNoun(Scope scope, Tree tree, int at, int head, string governor)
    {
        var tells = tree.Document.Relations[at] is Relation.Acl or Relation.Ccomp || (tree.Document.Relations[at] == Relation.Nmod && tree.Preposition(at) is "of" or "about");
        if (!tells || !lexicon.NounGovernors.TryGetValue(governor, out var modality)) return scope;
        return IsNothing(tree, head) ? scope with { Negated = true } : Surer(scope, modality);
    }

    /// <summary>On the trigger any negation counts; higher up only one of the verb, since "no police" above says nothing about the trigger.</summary>
    private bool Negates(Tree tree, int at, string lower, bool isTrigger)
    {
        if (!lexicon.Negations.Contains(lower)) return false;
        if (isTrigger) return true;
        var isVerbal = tree.Document.Upos[at] is Upos.VERB or Upos.AUX or Upos.ADJ || tree.Child(at, Relation.Cop) >= 0;
        return isVerbal && lower is "never" or "not" or "n't" or "n’t";
    }

    private static bool Governs(Relation relation) =>
        relation is Relation.Xcomp or Relation.Ccomp or Relation.Obj or Relation.Obl or Relation.Acl or Relation.Nmod or Relation.Advcl;

    /// <summary>Whether what stands above can take what it says as its aim: "tried to", "a plot against".</summary>
    private static bool IsArgument(Tree tree, int at) => tree.Document.Relations[at] switch
    {
        Relation.Xcomp or Relation.Obj or Relation.Acl => true,
        Relation.Nmod or Relation.Obl => tree.Preposition(at) is "to" or "of" or "against" or "at" or "on",
        _ => false,
    };

    /// <summary>"negotiations for the release", "demanded the release", "asked to free": and not "demanded …, killing two".</summary>
    private static bool IsSought(Tree tree, int token) =>
        tree.Document.Relations[token] is Relation.Obj or Relation.Xcomp or Relation.Ccomp || tree.Preposition(token) is "for" or "to" or "on";

    /// <summary>"tried to talk them into letting the guards go": the verb above brings it about, so that what colours the verb colours this.</summary>
    private static bool IsTalkedInto(Tree tree, int at) =>
        tree.Document.Relations[at] == Relation.Advcl && (tree.HasChild(at, "into", Relation.Mark) || tree.HasChild(at, "into", Relation.Case));

    /// <summary>"talked him out of killing her".</summary>
    private static bool IsTalkedOutOf(Tree tree, int at) =>
        tree.Document.Relations[at] == Relation.Advcl && tree.HasChild(at, "out", Relation.Mark) && tree.HasChild(at, "of", Relation.Mark);

    /// <summary>Whether a clause begins here that the words above it do not colour.</summary>
    private static bool SpeaksForItself(Document document, int at) => document.Relations[at] switch
    {
        Relation.Ccomp or Relation.AclRelcl => true,
        Relation.Advcl or Relation.AdvclRelcl or Relation.Nsubj or Relation.NsubjPass or Relation.Obl or Relation.Nmod => document.Upos[at] is not (Upos.NOUN or Upos.PROPN),
        _ => false,
    };

    private static bool IsPassive(Tree tree, int verb) => tree.Child(verb, Relation.AuxPass, Relation.NsubjPass) >= 0;

    /// <summary>"Was it an attack?": a sentence that ends in a question mark.</summary>
    private static bool AsksWhether(Tree tree, int root) =>
        tree.Document.Lowers[tree.Document.SentenceRanges[tree.Document.SentenceOf[root]].Last] == "?";

    private static bool IsNothing(Tree tree, int noun) =>
        tree.Document.Lowers[noun] is "nobody" or "none" or "no-one" or "nothing" || tree.HasChild(noun, "no", Relation.Det);

    private static Scope Surer(Scope scope, string code) =>
        scope.Modality == Modality.Stated && Enum.TryParse<Modality>(code, ignoreCase: true, out var found) ? scope with { Modality = found } : scope;
}
