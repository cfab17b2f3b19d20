using Dateline.Language;
using Dateline.Resources;
using Dateline.Sourcing;

namespace Dateline.Claims;

/// <summary>The claims of one incident while its record is written: numbers them and keeps each only once.</summary>
internal sealed class ClaimList(Document document)
{
    private readonly Dictionary<(string Field, string Value, TextSpan Span), string> _ids = [];
    private readonly List<ClaimRecord> _claims = [];

    public IReadOnlyList<ClaimRecord> All => _claims;

    /// <summary>The ids of the claims that statements make on a field.</summary>
    public IReadOnlyList<string> Add(string field, string value, IEnumerable<Statement> statements) =>
        [.. statements.Select(statement => Add(field, value, statement)).Distinct(StringComparer.Ordinal)];

    /// <summary>The id of the claim that a statement makes on a field.</summary>
    public string Add(string field, string value, Statement statement)
    {
        if (_ids.TryGetValue((field, value, statement.Span), out var known)) return known;
        var id = "c" + (_claims.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        _ids.Add((field, value, statement.Span), id);
        var (inTitle, span) = document.Article.Locate(statement.Span);
        var words = document.TextOf(statement.Span);
        _claims.Add(new ClaimRecord
        {
            Id = id,
            Field = field,
            Value = value,
            Original = words,
            Evidence = new EvidenceRecord
            {
                In = inTitle ? "title" : "body",
                Sentence = SentenceAt(statement.Span),
                Start = span.Start,
                End = span.End,
                Quote = words,
            },
            Sources = [.. statement.Sources.Sources.Select(source => new SourceRecord { Name = source.Name, Kind = source.Kind.Code(), Actor = source.Actor })],
            Modality = statement.Modality.Code(),
            Score = Math.Round(statement.Score, 2),
            By = statement.By,
        });
        return id;
    }

    private int SentenceAt(TextSpan span)
    {
        var token = document.FirstTokenEndingAfter(span.Start);
        return token < document.TokenCount ? document.SentenceOf[token] : Math.Max(0, document.SentenceRanges.Length - 1);
    }
}
