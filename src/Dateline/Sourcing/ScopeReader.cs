using Dateline.Language;

namespace Dateline.Sourcing;

/// <summary>Reads the <see cref="Scope"/> of a trigger off the tree: its own modifiers first, then the verbs above it.</summary>
public sealed class ScopeReader(ModalityLexicon lexicon, SourceLexicon sources)
{
    /// <summary>How many heads above a trigger can still change what it means.</summary>
    private const int Reach = 4;

    public Scope Read(Tree tree, int trigger)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var document = tree.Document;
        var modality = Modality.Stated;
        bool negated = false, irreal = false, future = false;
        string? stage = null, timeMark = null;
        var at = trigger;
        for (var steps = 0; at >= 0 && steps <= Reach; steps++)
        {
            foreach (var child in tree.Children(at))
            {
                if (child == trigger) continue;
                var relation = document.Relations[child];
                var lemma = document.Lemmas[child].ToLowerInvariant();
                var lower = document.Lowers[child];
                var isVerbal = document.Upos[at] is Upos.VERB or Upos.AUX or Upos.ADJ || tree.Child(at, Relation.Cop) >= 0;
                if (relation is Relation.Advmod or Relation.Det or Relation.Cc or Relation.CcPreconj && lexicon.Negations.Contains(lower) && (steps == 0 || isVerbal && lower is "never" or "not" or "n't" or "n’t")) negated = true;
                if (relation == Relation.Advmod && lexicon.Adverbs.TryGetValue(lower, out var byAdverb)) modality = Surer(modality, byAdverb);
                if (relation == Relation.Amod && steps == 0)
                {
                    if (lexicon.Adjectives.TryGetValue(lower, out var byAdjective)) modality = Surer(modality, byAdjective);
                    if (lexicon.StageAdjectives.TryGetValue(lower, out var byStage)) stage ??= byStage;
                }

                if (relation is Relation.Aux or Relation.AuxPass && lexicon.Auxiliaries.TryGetValue(lower, out var auxiliary))
                {
                    if (auxiliary == "irreal") irreal = true;
                    else if (auxiliary == "future") future = true;
                    else modality = Surer(modality, auxiliary);
                }

                if (relation == Relation.Mark && lexicon.IrrealMarks.Contains(lower)) irreal = true;
                if (relation is Relation.Mark or Relation.Case or Relation.Advmod && lexicon.TimeMarks.Contains(lower)) timeMark ??= lower;
                if (steps == 0 && relation == Relation.Case && lower == "without") negated = true;
                if (steps == 0 && relation is Relation.Nsubj or Relation.NsubjPass && IsNothing(tree, child)) negated = true;
            }

            var head = document.Heads[at];
            if (head < 0 || document.Relations[at] is Relation.Parataxis or Relation.Conj && steps > 0) break;
            if (document.Relations[at] is Relation.Conj or Relation.Appos)
            {
                at = head;
                continue;
            }

            var governor = document.Lemmas[head].ToLowerInvariant();
            var governs = document.Relations[at] is Relation.Xcomp or Relation.Ccomp or Relation.Obj or Relation.Obl or Relation.Acl or Relation.Nmod or Relation.Advcl;
            if (governs && document.Upos[head] is Upos.VERB or Upos.NOUN or Upos.ADJ)
            {
                var isArgument = document.Relations[at] is Relation.Xcomp or Relation.Obj or Relation.Acl || (document.Relations[at] is Relation.Nmod or Relation.Obl && tree.Preposition(at) is "to" or "of" or "against" or "at" or "on");
                if (document.Relations[at] == Relation.Xcomp && lexicon.FutureGovernors.Contains(governor)) future = true;
                if (lexicon.IrrealGovernors.Contains(governor) && IsSought(tree, at)) irreal = true;
                if (isArgument && lexicon.Stages.TryGetValue(governor, out var governed)) stage ??= governed;
                if (lexicon.Governors.TryGetValue(governor, out var byGovernor) && (document.Relations[at] is Relation.Xcomp or Relation.Obj or Relation.Advcl or Relation.Obl || sources.Cue(governor) is null)) modality = Surer(modality, byGovernor);
                if (document.Relations[at] == Relation.Xcomp && lexicon.Negations.Contains(document.Lowers[head])) negated = true;
            }

            if (document.Relations[at] is Relation.Ccomp or Relation.AclRelcl) break;
            if (document.Relations[at] is Relation.Advcl or Relation.AdvclRelcl or Relation.Nsubj or Relation.NsubjPass or Relation.Obl or Relation.Nmod && document.Upos[at] is not (Upos.NOUN or Upos.PROPN)) break;
            at = head;
        }

        return new Scope(modality, negated, irreal, future, stage, timeMark);
    }

    /// <summary>"negotiations for the release", "demanded the release", "asked to free": and not "demanded …, killing two".</summary>
    private static bool IsSought(Tree tree, int token) =>
        tree.Document.Relations[token] is Relation.Obj or Relation.Xcomp or Relation.Ccomp || tree.Preposition(token) is "for" or "to" or "on";

    private static bool IsNothing(Tree tree, int subject) =>
        tree.Document.Lowers[subject] is "nobody" or "none" or "no-one" or "nothing" || tree.HasChild(subject, "no", Relation.Det);

    private static Modality Surer(Modality known, string code) =>
        known == Modality.Stated && Enum.TryParse<Modality>(code, ignoreCase: true, out var found) ? found : known;
}
