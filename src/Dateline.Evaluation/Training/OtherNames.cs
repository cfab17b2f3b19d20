using Dateline.Language;
using Dateline.Mentions.Actors;
using Dateline.Mentions.Names;
using Dateline.Mentions.Places;
using Dateline.Resources;

namespace Dateline.Evaluation.Training;

/// <summary>Retells texts of other people, places and bodies: each name is replaced by one of the lists, the same name always by the same.</summary>
/// <remarks>Corpora are small and of few countries. What should be learnt is how names stand in sentences, not which they were.</remarks>
public sealed class OtherNames
{
    private readonly NameTable _lists;
    private readonly string[] _given;
    private readonly string[] _family;
    private readonly string[] _towns;
    private readonly string[] _divisions;
    private readonly string[] _countries;
    private readonly string[] _groups;
    private readonly string[] _bodies;
    private readonly string[] _media;

    public OtherNames(KnowledgeFolder folder, NameTable lists, ActorList actors, Gazetteer gazetteer)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(actors);
        ArgumentNullException.ThrowIfNull(gazetteer);
        _lists = lists;
        _given = Names(folder, "names-given");
        _family = Names(folder, "names-family");
        var places = gazetteer.Names().Where(pair => !pair.Entry.ByVariant && pair.Entry.Name.All(c => c < 0x180)).Select(pair => pair.Entry).ToList();
        _towns = [.. places.Where(entry => entry.Kind == PlaceKind.City && entry.Population >= 5000).Select(entry => entry.Name)];
        _divisions = [.. places.Where(entry => entry.Kind == PlaceKind.Admin1).Select(entry => entry.Name)];
        _countries = [.. places.Where(entry => entry.Kind == PlaceKind.Country).Select(entry => entry.Name)];
        var wordings = actors.Wordings().Where(pair => !pair.Actor.IsGeneric && char.IsUpper(pair.Wording[0])).OrderBy(pair => pair.Wording, StringComparer.Ordinal).ToList();
        _groups = [.. wordings.Where(pair => pair.Actor.Kind == ActorKind.ArmedGroup).Select(pair => pair.Wording)];
        _media = [.. wordings.Where(pair => pair.Actor.Kind is ActorKind.NewsAgency or ActorKind.Outlet).Select(pair => pair.Wording)];
        _bodies = [.. wordings.Where(pair => pair.Actor.Kind is not (ActorKind.ArmedGroup or ActorKind.NewsAgency or ActorKind.Outlet)).Select(pair => pair.Wording)];
    }

    /// <summary>The text retold; its tokens are the words without tags.</summary>
    public (List<string> Words, List<TokenRange> Sentences, byte[] Labels) Retell(Document document, byte[] labels, Random random)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(random);
        var words = new List<string>();
        var marks = new List<byte>();
        var sentences = new List<TokenRange>();
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        var others = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var sentence in document.SentenceRanges)
        {
            var first = words.Count;
            for (var i = sentence.First; i < sentence.End; i++)
            {
                var end = i + 1;
                while (labels[i] != NameLabels.Outside && end < sentence.End && NameLabels.IsOpen(labels[end - 1])) end++;
                string[] old = [.. Enumerable.Range(i, end - i).Select(token => document[token].ToString())];
                var now = labels[i] == NameLabels.Outside ? old : Other(old, NameLabels.KindOf(labels[i]), given, others, random);
                words.AddRange(now);
                var marked = new byte[now.Length];
                if (labels[i] != NameLabels.Outside) NameLabels.Mark(marked, NameLabels.KindOf(labels[i]));
                marks.AddRange(marked);
                i = end - 1;
            }

            sentences.Add(new TokenRange(first, words.Count));
        }

        return (words, sentences, [.. marks]);
    }

    private string[] Other(string[] old, NameKind kind, Dictionary<string, string> given, Dictionary<string, string> others, Random random)
    {
        if (kind == NameKind.Person)
        {
            if (old.Length > 4) return old;
            var family = Kept(others, old[^1], () => Pick(_family, random));
            // One name alone: the family's, or the given name of somebody named in full before.
            if (old.Length == 1) return given.TryGetValue(old[0], out var known) ? [known] : Split(family);
            return [Kept(given, old[0], () => Pick(_given, random)), .. Split(family)];
        }

        var whole = string.Join(' ', old);
        var hash = NameHash.Empty;
        foreach (var word in old) hash = NameHash.Append(hash, word);
        var flags = _lists[hash];
        string[]? from = kind switch
        {
            NameKind.Place => (flags & NameFlags.Country) != 0 ? _countries : (flags & NameFlags.Division) != 0 ? _divisions : (flags & (NameFlags.City | NameFlags.Town)) != 0 ? _towns : null,
            NameKind.Organisation => (flags & NameFlags.ArmedGroup) != 0 ? _groups : (flags & NameFlags.Media) != 0 ? _media : (flags & (NameFlags.StateBody | NameFlags.Organisation)) != 0 ? _bodies : null,
            _ => null,
        };
        // Towns that no list has stay as they are two times in three: not every name is listed.
        if (from is null && kind == NameKind.Place && old.Length == 1 && random.Next(3) == 0) from = _towns;
        return from is null ? old : Split(Kept(others, whole, () => Pick(from, random)));
    }

    private static string Kept(Dictionary<string, string> known, string old, Func<string> pick)
    {
        if (!known.TryGetValue(old, out var now)) known.Add(old, now = pick());
        return now;
    }

    private static string Pick(string[] names, Random random) => names[random.Next(names.Length)];

    /// <summary>As treebanks split: at spaces, and around hyphens.</summary>
    private static string[] Split(string name) => name.Replace("-", " - ", StringComparison.Ordinal).Replace("'s ", " 's ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string[] Names(KnowledgeFolder folder, string file) =>
        [.. folder.Read($"en/lexicons/{file}.yaml")["names"]!.Entries.SelectMany(entry => entry.Value.Texts)];
}
