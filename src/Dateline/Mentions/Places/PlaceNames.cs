using System.Text;
using Dateline.Resources;

namespace Dateline.Mentions.Places;

/// <summary>All names that places are known by: the gazetteer, and above it what is written by hand (regions, landmarks, quarters, demonyms, states).</summary>
internal sealed class PlaceNames
{
    private readonly Gazetteer _gazetteer;
    private readonly Dictionary<string, List<GazetteerEntry>> _overlay = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GazetteerEntry> _demonyms = new(StringComparer.Ordinal);
    private readonly HashSet<string> _notDemonyms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GazetteerEntry> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GazetteerEntry> _countries = new(StringComparer.Ordinal);

    private PlaceNames(Gazetteer gazetteer) => _gazetteer = gazetteer;

    internal static PlaceNames Load(KnowledgeFolder folder, PlaceWords words)
    {
        var names = new PlaceNames(Gazetteer.Load(folder));
        if (!names._gazetteer.HoldsWritten(WrittenPlaces.Hash(folder))) names.AddWritten(folder);
        names.AddDemonyms(folder.Read("gazetteer/demonyms.yaml"));
        foreach (var state in words.States.Items)
        {
            var entry = names.Named(state, state.Required("of"), state.TextOf("in"));
            foreach (var word in state.TextsOf("words")) names._states.TryAdd(word, entry);
        }

        return names;
    }

    /// <summary>The country of a code; null when unknown.</summary>
    internal GazetteerEntry? Country(string code) => _countries.GetValueOrDefault(code) ?? _gazetteer.CountryOf(code);

    /// <summary>Every place that a name may mean, hand-written ones first, then the likeliest.</summary>
    internal IReadOnlyList<GazetteerEntry> Find(ReadOnlySpan<char> name, int most = 40)
    {
        Span<byte> bytes = stackalloc byte[NameFold.MaxBytes];
        var length = NameFold.Fold(name, bytes);
        if (length < 2) return [];
        var found = _gazetteer.Find(bytes[..length], most);
        if (_overlay.Count == 0 || !_overlay.TryGetValue(Encoding.UTF8.GetString(bytes[..length]), out var above)) return found;
        return found.Count == 0 ? above : [.. above, .. found];
    }

    /// <summary>The place that a demonym points to: "Russian" → Russia; null when the word is none.</summary>
    internal GazetteerEntry? Demonym(string name) => _demonyms.GetValueOrDefault(name);

    internal bool IsNoPlace(string name) => _notDemonyms.Contains(name);

    /// <summary>The state behind an abbreviation in exact case: "Ore.", "D.C."; null when it is none.</summary>
    internal GazetteerEntry? State(string abbreviation) => _states.GetValueOrDefault(abbreviation);

    /// <summary>The seat of a division, where the gazetteer knows one; null otherwise.</summary>
    internal GazetteerEntry? Seat(GazetteerEntry division) => _gazetteer.SeatOf(division);

    /// <summary>Hand-written places that places.bin does not hold in this wording: their files were edited since it was built.</summary>
    private void AddWritten(KnowledgeFolder folder)
    {
        _gazetteer.HideWritten();
        foreach (var (entry, others) in WrittenPlaces.Read(folder))
        {
            foreach (var name in others.Prepend(entry.Name))
            {
                var key = NameFold.Fold(name);
                if (!_overlay.TryGetValue(key, out var entries)) _overlay.Add(key, entries = []);
                entries.Add(entry);
            }
        }
    }

    private void AddDemonyms(KnowledgeNode file)
    {
        file.AllowKeys("countries", "places", "not");
        foreach (var (code, words) in file["countries"]?.Entries ?? [])
        {
            var country = CountryOf(code) ?? throw words.Error($"no country has the code \"{code}\"");
            foreach (var word in words.Texts) _demonyms.TryAdd(word, country);
        }

        foreach (var item in file["places"]?.Items ?? [])
        {
            var place = Named(item, item.Required("of"), item.TextOf("in"));
            foreach (var word in item.TextsOf("words")) _demonyms.TryAdd(word, place);
        }

        foreach (var word in file.TextsOf("not")) _notDemonyms.Add(word);
    }

    private GazetteerEntry? CountryOf(string code)
    {
        if (_countries.TryGetValue(code, out var known)) return known;
        var entry = _gazetteer.CountryOf(code);
        if (entry is not null) _countries.Add(code, entry);
        return entry;
    }

    private GazetteerEntry Named(KnowledgeNode node, string name, string? country) =>
        Find(name).OrderByDescending(entry => entry.IsOverlay ? 2 : entry.Kind == PlaceKind.Admin1 && !entry.ByVariant ? 1 : 0)
            .FirstOrDefault(entry => country is null || entry.IsIn(country)) ?? throw node.Error($"the gazetteer has no place \"{name}\"");
}
