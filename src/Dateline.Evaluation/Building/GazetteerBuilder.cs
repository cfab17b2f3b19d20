using System.Globalization;
using Dateline.Mentions.Places;
using Dateline.Resources;

namespace Dateline.Evaluation.Building;

/// <summary>Builds data/gazetteer/places.bin from the fetched packages and from the tables and spellings beside it.</summary>
/// <remarks>Needs in the sources folder: <c>cities.pbf</c>, <c>geonames.mo</c> (English), <c>iso_3166-1.json</c>, <c>iso_3166-2.json</c>, <c>counties-10m.json</c>.</remarks>
public sealed class GazetteerBuilder
{
    private readonly GazetteerTable _table = new();
    private readonly Dictionary<string, int> _countries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _divisions = new(StringComparer.Ordinal);
    private readonly Dictionary<long, string> _englishNames;
    private readonly KnowledgeNode _exonyms;
    private readonly string _sources;
    private readonly string _tables;

    private GazetteerBuilder(string sources, KnowledgeFolder knowledge)
    {
        _sources = sources;
        _tables = knowledge.DataFile("gazetteer");
        _exonyms = knowledge.Read("gazetteer/exonyms.yaml");
        _exonyms.AllowKeys("countries", "admin1", "centres", "cities");
        _englishNames = GazetteerSources.Names(Path.Combine(sources, "geonames.mo"));
    }

    /// <summary>Reads the sources and writes the gazetteer; the same sources give the same bytes.</summary>
    /// <param name="sources">The folder that fetch-sources.sh filled.</param>
    /// <param name="knowledge">Where data/gazetteer is.</param>
    /// <param name="output">Where places.bin goes.</param>
    /// <returns>How many places and names it holds, and the spellings of exonyms.yaml that matched no place.</returns>
    public static (int Places, int Names, IReadOnlyList<string> Unmatched) Build(string sources, KnowledgeFolder knowledge, Stream output)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        ArgumentNullException.ThrowIfNull(output);
        var builder = new GazetteerBuilder(sources, knowledge);
        builder.AddCountries();
        builder.AddDivisions();
        builder.AddCities();
        builder.AddCounties();
        builder.AddSubdivisions();
        var unmatched = builder.AddCityNames();
        builder._table.AddWritten(WrittenPlaces.Read(knowledge), WrittenPlaces.Hash(knowledge));
        builder._table.Write(output);
        return (builder._table.Rows, builder._table.Names, unmatched);
    }

    private void AddCountries()
    {
        foreach (var line in Rows("countries.tsv"))
        {
            var population = long.Parse(line[7], CultureInfo.InvariantCulture);
            var area = double.TryParse(line[6], CultureInfo.InvariantCulture, out var km2) ? km2 : 0;
            var names = _exonyms["countries"]?.TextsOf(line[0]).ToList() is { Count: > 0 } given ? given : [line[2]];
            var row = new GazetteerTable.Row(names[0], PlaceKind.Country, line[0], -1, Degrees(line[4]), Degrees(line[5]), population,
                long.Parse(line[3], CultureInfo.InvariantCulture), (int)Math.Max(5, Math.Sqrt(area / Math.PI)));
            _countries.Add(line[0], _table.Add(row));
            foreach (var name in names.Append(line[2])) _table.AddName(_countries[line[0]], name, variant: false);
        }

        foreach (var (code, names) in GazetteerSources.Countries(Path.Combine(_sources, "iso_3166-1.json")))
        {
            if (!_countries.TryGetValue(code, out var row)) continue;
            foreach (var name in names.Where(name => !name.Contains(',', StringComparison.Ordinal))) _table.AddName(row, name, variant: false);
        }
    }

    private void AddDivisions()
    {
        var cities = GazetteerSources.Cities(CitiesFile).ToLookup(city => city.Country + "." + city.Admin1, StringComparer.Ordinal);
        var shares = Rows("admin1.tsv").CountBy(line => line[0][..2]).ToDictionary(StringComparer.Ordinal);
        foreach (var line in Rows("admin1.tsv"))
        {
            var code = line[0];
            var names = _exonyms["admin1"]?.TextsOf(code).ToList() is { Count: > 0 } given ? given : [NameVariants.Plain(line[1], code[..2])];
            var (latitude, longitude) = (Degrees(line[4]), Degrees(line[5]));
            if (_exonyms["centres"]?[code] is { } centre) (latitude, longitude) = (Degrees(centre.Items[0].Required()), Degrees(centre.Items[1].Required()));
            var within = cities[code].ToList();
            if (latitude is null && within.Count > 0) (latitude, longitude) = (within.Average(city => city.Latitude), within.Average(city => city.Longitude));
            var id = long.Parse(line[3], CultureInfo.InvariantCulture);
            var row = new GazetteerTable.Row(names[0], PlaceKind.Admin1, code[..2], -1, latitude, longitude, within.Sum(city => city.Population), id,
                Math.Max(Radius(within, latitude, longitude), (int)(_table[_countries[code[..2]]].RadiusKm / Math.Sqrt(shares[code[..2]]) * 0.7)));
            _divisions.Add(code, _table.Add(row));
            foreach (var name in names.Append(line[1]).Append(line[2])) _table.AddName(_divisions[code], name, variant: false);
            if (_englishNames.TryGetValue(id, out var english)) _table.AddName(_divisions[code], english, variant: false);
        }
    }

    private void AddCities()
    {
        foreach (var city in GazetteerSources.Cities(CitiesFile))
        {
            if (city.Feature is "PPLH" or "PPLCH" or "PPLQ" or "PPLW" || !_countries.ContainsKey(city.Country)) continue;
            var english = _englishNames.GetValueOrDefault(city.Id);
            var admin1 = _divisions.GetValueOrDefault(city.Country + "." + city.Admin1, -1);
            var row = _table.Add(new GazetteerTable.Row(english is null || english == city.Name ? NameVariants.Plain(city.Name, city.Country) : english, city.Feature == "PPLX" ? PlaceKind.District : PlaceKind.City, city.Country, admin1,
                city.Latitude, city.Longitude, city.Population, city.Id, CityRadius(city.Population), city.Feature is "PPLC" or "PPLA", city.Feature == "PPLC"));
            foreach (var variant in NameVariants.Of(city.Name, city.Country).Append(city.Name)) _table.AddName(row, variant, variant: english is not null && variant != english);
            if (english is null) continue;
            foreach (var variant in NameVariants.Of(english, city.Country)) _table.AddName(row, variant, variant: true);
        }
    }

    /// <summary>A county's people are taken as those of its state's towns within 25 km of its middle: enough to tell large from small.</summary>
    private void AddCounties()
    {
        var towns = GazetteerSources.Cities(CitiesFile).Where(city => city.Country == "US").ToLookup(city => city.Admin1, StringComparer.Ordinal);
        foreach (var county in GazetteerSources.Counties(Path.Combine(_sources, "counties-10m.json")))
        {
            if (!UsStates.ByFips.TryGetValue(county.State, out var state) || !_divisions.TryGetValue("US." + state, out var admin1)) continue;
            var name = county.Name + (state switch { "LA" => " Parish", "AK" => " Borough", "DC" => "", _ => " County" });
            if (name == county.Name) continue;
            var row = _table.Add(new GazetteerTable.Row(name, PlaceKind.Admin2, "US", admin1, county.Latitude, county.Longitude,
                towns[state].Where(town => GazetteerEntry.Distance(town.Latitude, town.Longitude, county.Latitude, county.Longitude) < 25).Sum(town => town.Population), 0, 30));
            // "Barrow and Jackson counties", "Kanawha Circuit Court".
            _table.AddName(row, county.Name, variant: true);
        }
    }

    /// <summary>Second-order divisions of ISO 3166-2 that are named after a place of the country lie around that place.</summary>
    private void AddSubdivisions()
    {
        foreach (var item in GazetteerSources.Subdivisions(Path.Combine(_sources, "iso_3166-2.json")))
        {
            var country = item.Code[..2];
            foreach (var name in NameVariants.OfSubdivision(item.Name))
            {
                if (_table.Find(name, country, row => row.Kind == PlaceKind.Admin1) is >= 0 and var division)
                {
                    _table.AddName(division, item.Name, variant: true);
                    continue;
                }

                var around = _table.Find(name, country, row => row.Kind == PlaceKind.City);
                var parent = item.Parent is { } code ? ParentDivision(country, code) : -1;
                if (around < 0 && (parent < 0 || _table[parent].RadiusKm > 160)) continue;
                var centre = _table[around >= 0 ? around : parent];
                var admin1 = around >= 0 ? centre.Admin1 : parent;
                _table.Add(new GazetteerTable.Row(name, PlaceKind.Admin2, country, admin1, centre.Latitude, centre.Longitude, 0, 0, around >= 0 ? 30 : centre.RadiusKm));
            }
        }
    }

    private int ParentDivision(string country, string code)
    {
        var full = code.Contains('-', StringComparison.Ordinal) ? code : country + "-" + code;
        _subdivisionNames ??= GazetteerSources.Subdivisions(Path.Combine(_sources, "iso_3166-2.json")).ToDictionary(item => item.Code, item => item.Name, StringComparer.Ordinal);
        return _subdivisionNames.TryGetValue(full, out var name) ? _table.Find(name, country, row => row.Kind == PlaceKind.Admin1) : -1;
    }

    private Dictionary<string, string>? _subdivisionNames;

    private List<string> AddCityNames()
    {
        var unmatched = new List<string>();
        foreach (var (key, names) in _exonyms["cities"]?.Entries ?? [])
        {
            var (country, name) = (key[..2], key[3..]);
            var row = _table.Find(name, country, row => row.Kind is PlaceKind.City or PlaceKind.District);
            if (row < 0)
            {
                row = names.Texts.Select(other => _table.Find(other, country, found => found.Kind is PlaceKind.City or PlaceKind.District)).FirstOrDefault(found => found >= 0, -1);
            }

            if (row < 0)
            {
                unmatched.Add(key);
                continue;
            }

            _table.Replace(row, _table[row] with { Name = names.Texts.First() });
            foreach (var other in names.Texts) _table.AddName(row, other, variant: false);
        }

        return unmatched;
    }

    private string CitiesFile => Path.Combine(_sources, "cities.pbf");

    private IEnumerable<string[]> Rows(string file) => File.ReadLines(Path.Combine(_tables, file)).Skip(1).Select(line => line.Split('\t'));

    private static double? Degrees(string text) => double.TryParse(text, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;

    /// <summary>Nine in ten of its towns lie within this distance of the centre; 100 km when there are too few to tell.</summary>
    private static int Radius(List<GazetteerSources.City> towns, double? latitude, double? longitude)
    {
        if (towns.Count < 5 || latitude is null || longitude is null) return towns.Count == 0 ? 100 : 40;
        var distances = towns.Select(town => GazetteerEntry.Distance(latitude.Value, longitude.Value, town.Latitude, town.Longitude)).Order().ToList();
        return (int)Math.Clamp(distances[(int)(distances.Count * 0.9)], 10, 900);
    }

    /// <summary>Rough extent of a town by its people: 3 km for a village, 25 for a city of five million.</summary>
    private static int CityRadius(long population) => population switch
    {
        < 10_000 => 3,
        < 50_000 => 5,
        < 200_000 => 8,
        < 1_000_000 => 12,
        < 5_000_000 => 18,
        _ => 25,
    };
}
