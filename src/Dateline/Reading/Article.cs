using Dateline.Reports;
using NodaTime;

namespace Dateline.Reading;

/// <summary>A report as read: where its title and body stand, who wrote it, from where, when it was published.</summary>
/// <remarks>
/// <see cref="Text"/> holds title and body in one string, so that every later stage counts in one set of offsets.
/// When the title came apart from the text it is put before it with an empty line between; when it was found as the first
/// line of the text, <see cref="Text"/> is the text as it came. <see cref="Locate"/> turns a span into title or body offsets.
/// </remarks>
public sealed record Article
{
    public required Report Report { get; init; }

    /// <summary>Title and body; what all spans count into.</summary>
    public required string Text { get; init; }

    /// <summary>Where the title stands; null when there is none.</summary>
    public TextSpan? Title { get; init; }

    /// <summary>The title without the outlet's name behind it: what is analysed; null when there is no title.</summary>
    public TextSpan? Headline { get; init; }

    /// <summary>Where the body stands, boilerplate lines included.</summary>
    public required TextSpan Body { get; init; }

    /// <summary>Lines that are not the story (share icons, "Read more", credits, captions, date lines), in order. They are kept in the text and not analysed.</summary>
    public IReadOnlyList<TextSpan> Skipped { get; init; } = [];

    /// <summary>The author's line as printed, such as "By Adam Sege"; null when none was found.</summary>
    public string? Byline { get; init; }

    /// <summary>The place and day at the head of the body, as in "MOSCOW, June 16 (Reuters) -"; null when there is none.</summary>
    public ArticleDateline? Dateline { get; init; }

    /// <summary>The outlet that the report names or that the text shows; null when unknown.</summary>
    public string? Outlet { get; init; }

    /// <summary>Publication day: what relative days ("Sunday") are counted from; null when nothing says it.</summary>
    public LocalDate? Published { get; init; }

    public PublishedFrom? PublishedFrom { get; init; }

    /// <summary>Whether the text is wire copy in capitals, in which case says nothing about names.</summary>
    public bool AllCapitals { get; init; }

    public string BodyText => Text.Substring(Body.Start, Body.Length);

    public string? TitleText => Title is { } title ? Text.Substring(title.Start, title.Length) : null;

    /// <summary>Whether a span lies in the title, and its offsets there or in the body.</summary>
    public (bool InTitle, TextSpan Span) Locate(TextSpan span) =>
        Title is { } title && title.Contains(span)
            ? (true, new TextSpan(span.Start - title.Start, span.End - title.Start))
            : (false, new TextSpan(span.Start - Body.Start, span.End - Body.Start));
}

/// <summary>The head of a wire story: "MOSCOW:", "WOODBURN, Ore. (KOIN) —", "NEW DELHI, March 17 (Southline) -".</summary>
/// <param name="Span">All of it, to the end of the mark that closes it.</param>
/// <param name="Place">The words that name the place, as printed: "WOODBURN, Ore."; empty when the head names only day and agency.</param>
/// <param name="PlaceSpan">Where those words stand.</param>
/// <param name="Day">The day it names, completed with the publication year; null when it names none.</param>
/// <param name="Agency">The agency in brackets, as printed; null when there is none.</param>
public sealed record ArticleDateline(TextSpan Span, string Place, TextSpan PlaceSpan, LocalDate? Day, string? Agency);
