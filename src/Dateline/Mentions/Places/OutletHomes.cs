using Dateline.Resources;

namespace Dateline.Mentions.Places;

/// <summary>Where an outlet is at home, from the report's address and the outlet's name: a local paper means the places around it.</summary>
/// <remarks>
/// Known hosts stand in data/gazetteer/outlets.yaml. Of others the host is read: "columbustelegram" is "columbus" without the words of
/// newspapers' names. Such a name may mean several towns; the article's other places decide.
/// </remarks>
internal sealed class OutletHomes
{
    /// <summary>Shorter names are found by chance: "bee", "ada".</summary>
    private const int ShortestName = 5;

    /// <summary>Longest town's name in words: "Salt Lake City".</summary>
    private const int MostWords = 3;

    private readonly PlaceNames _names;
    private readonly Dictionary<string, Home> _hosts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _words;
    private readonly HashSet<string> _firstWords;
    private readonly HashSet<string> _genericDomains;

    private OutletHomes(PlaceNames names, KnowledgeNode file)
    {
        file.AllowKeys("words", "first words", "generic domains", "homes");
        _names = names;
        _words = file.TextsOf("words").ToHashSet(StringComparer.Ordinal);
        _firstWords = file.TextsOf("first words").ToHashSet(StringComparer.Ordinal);
        _genericDomains = file.TextsOf("generic domains").ToHashSet(StringComparer.Ordinal);
        foreach (var (country, divisions) in file["homes"]?.Entries ?? [])
        {
            foreach (var (division, towns) in divisions.Entries)
            {
                foreach (var (town, hosts) in towns.Entries)
                {
                    foreach (var host in hosts.Items)
                    {
                        if (!_hosts.TryAdd(host.Required(), new Home(town, division, country))) throw host.Error($"\"{host.Required()}\" is at home twice");
                    }
                }
            }
        }
    }

    /// <summary>Hosts whose town the gazetteer does not have; a test keeps this empty.</summary>
    internal IEnumerable<string> Lost => _hosts.Where(pair => Town(pair.Value) is null).Select(pair => $"{pair.Key}: {pair.Value.Town}, {pair.Value.Division}");

    /// <exception cref="DataException">The file is missing or broken.</exception>
    internal static OutletHomes Load(KnowledgeFolder folder, PlaceNames names) => new(names, folder.Read("gazetteer/outlets.yaml"));

    /// <summary>The towns or divisions that an outlet may be at home in, the likeliest first; none when nothing says it.</summary>
    /// <param name="address">The report's address; null when unknown.</param>
    /// <param name="outlet">The outlet's name; null when unknown.</param>
    internal IReadOnlyList<GazetteerEntry> Find(string? address, string? outlet)
    {
        if (HostOf(address) is { } host)
        {
            var labels = host.Split('.');
            for (var first = 0; first + 1 < labels.Length; first++)
            {
                if (_hosts.TryGetValue(string.Join('.', labels[first..]), out var home) && Town(home) is { } town) return [town];
            }

            var country = Country(address);
            foreach (var label in labels.Where(label => label.Length >= ShortestName))
            {
                if (InLabel(label, country) is { Count: > 0 } found) return found;
            }
        }

        return InName(outlet);
    }

    /// <summary>The country of the address's top-level domain; null for the generic ones.</summary>
    internal string? Country(string? address)
    {
        if (HostOf(address)?.Split('.')[^1] is not { Length: 2 } domain || _genericDomains.Contains(domain)) return null;
        var code = domain == "uk" ? "GB" : domain.ToUpperInvariant();
        return _names.Country(code) is null ? null : code;
    }

    private static string? HostOf(string? address)
    {
        if (address is null || !Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.HostNameType != UriHostNameType.Dns) return null;
        return uri.Host.ToLowerInvariant();
    }

    private GazetteerEntry? Town(Home home) =>
        _names.Find(home.Town).Where(entry => entry.Kind is PlaceKind.City or PlaceKind.District && entry.Country == home.Country && entry.Admin1 == home.Division).MaxBy(entry => entry.Population);

    /// <summary>"gainesvilleregister" → Gainesville, "newlondonday" → New London: what is left between the words of newspapers' names.</summary>
    private IReadOnlyList<GazetteerEntry> InLabel(string label, string? country)
    {
        var (first, end) = (0, label.Length);
        for (var isShorter = true; isShorter && end - first >= ShortestName;)
        {
            if (Places(label[first..end], country) is { Count: > 0 } found) return found;
            isShorter = false;
            foreach (var word in _words)
            {
                if (label.AsSpan(first, end - first).EndsWith(word, StringComparison.Ordinal)) (end, isShorter) = (end - word.Length, true);
                else if (label.AsSpan(first, end - first).StartsWith(word, StringComparison.Ordinal)) (first, isShorter) = (first + word.Length, true);
                if (isShorter) break;
            }
        }

        return [];
    }

    private IReadOnlyList<GazetteerEntry> Places(string word, string? country)
    {
        if (word.Length < ShortestName || _words.Contains(word)) return [];
        var found = _names.Find(word.Replace('-', ' '));
        for (var cut = 2; found.Count == 0 && cut + 3 <= word.Length; cut++)
        {
            if (_firstWords.Contains(word[..cut])) found = _names.Find($"{word[..cut]} {word[cut..]}");
        }

        return [.. found.Where(entry => entry.Kind is PlaceKind.City or PlaceKind.Admin2 or PlaceKind.Admin1 or PlaceKind.District && (country is null || entry.IsIn(country)))];
    }

    /// <summary>The longest name of a town in an outlet's name: "Gainesville Daily Register".</summary>
    private IReadOnlyList<GazetteerEntry> InName(string? outlet)
    {
        var words = (outlet ?? "").Split([' ', '.'], StringSplitOptions.RemoveEmptyEntries).Take(8).ToArray();
        for (var length = Math.Min(MostWords, words.Length); length > 0; length--)
        {
            for (var first = 0; first + length <= words.Length; first++)
            {
                var name = string.Join(' ', words[first..(first + length)]);
                if (name.Length < ShortestName - 1 || !char.IsUpper(name[0]) || _words.Contains(name.ToLowerInvariant())) continue;
                IReadOnlyList<GazetteerEntry> found = [.. _names.Find(name).Where(entry => entry.Kind is PlaceKind.City or PlaceKind.Admin2 or PlaceKind.Admin1)];
                if (found.Count > 0) return found;
            }
        }

        return [];
    }

    private sealed record Home(string Town, string Division, string Country);
}
