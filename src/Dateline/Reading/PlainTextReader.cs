using Dateline.Reports;
using Dateline.Resources;
using NodaTime;

namespace Dateline.Reading;

/// <summary>Reads a report's plain text: finds title, byline, date lines, dateline, body and the lines that are not the story.</summary>
/// <remarks>Immutable; shared by threads. Works on any text in linear time and guesses nothing: what the text does not say stays null.</remarks>
public sealed class PlainTextReader : IArticleReader
{
    /// <summary>How many lines above the story's first sentence can be title, byline and date.</summary>
    private const int MaxHeadLines = 15;

    private const int MaxTitleLength = 200;

    private const int MaxTitleWords = 30;

    private readonly Boilerplate _boilerplate;
    private readonly DateLines _dateLines;
    private readonly Bylines _bylines;
    private readonly DatelineReader _datelines;
    private readonly TitleReader _titles;

    private PlainTextReader(Boilerplate boilerplate, HeadWords words)
    {
        _boilerplate = boilerplate;
        _dateLines = new DateLines(words);
        _bylines = new Bylines(words);
        _datelines = new DatelineReader(words);
        _titles = new TitleReader(words);
    }

    /// <summary>Loads the rules and word lists.</summary>
    /// <exception cref="DataException">A file is missing or broken.</exception>
    public static PlainTextReader Load(KnowledgeFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new PlainTextReader(Boilerplate.Load(folder), new HeadWords(folder.Read(HeadWords.File)));
    }

    /// <summary>Reads one report.</summary>
    public Article Read(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var given = report.Title is { } printed && !string.IsNullOrWhiteSpace(printed) ? Report.WellFormed(printed) : null;
        var text = given is null ? report.Text : given + "\n\n" + report.Text;
        var body = new TextSpan(given is null ? 0 : given.Length + 2, text.Length);
        TextSpan? title = given is null ? null : TextLines.Trim(text, new TextSpan(0, given.Length));
        var lines = TextLines.Of(text, body);
        if (given is null && FindTitle(text, lines) is { } at)
        {
            title = lines[at];
            body = new TextSpan(at + 1 < lines.Count ? lines[at + 1].Start : text.Length, text.Length);
            // Lines above the title (a date, icons) belong to neither part and are not analysed.
            lines.RemoveRange(0, at + 1);
            return Read(report, text, title, body, lines, TextLines.Of(text, new TextSpan(0, title.Value.Start)));
        }

        return Read(report, text, title, body, lines, []);
    }

    private Article Read(Report report, string text, TextSpan? title, TextSpan body, List<TextSpan> lines, List<TextSpan> above)
    {
        var story = new Story(text, title);
        foreach (var line in above) Classify(story, line, keep: false);
        foreach (var line in lines) Classify(story, line, keep: true);
        if (story.FirstLine is { } first) ReadHead(story, first, report.Published);
        var published = report.Published ?? story.Published;
        (TextSpan Headline, string? Outlet)? named = title is { } printed ? _titles.Read(text, printed) : null;
        return new Article
        {
            Report = report,
            Text = text,
            Title = title,
            Headline = named?.Headline,
            Body = body,
            Skipped = story.Skipped,
            Byline = story.Byline,
            Dateline = story.Dateline,
            Outlet = report.Outlet ?? named?.Outlet ?? story.Dateline?.Agency,
            Published = published,
            PublishedFrom = report.Published is not null ? report.PublishedFrom : published is not null ? PublishedFrom.Text : null,
            AllCapitals = story.AllCapitals,
        };
    }

    private void Classify(Story story, TextSpan line, bool keep)
    {
        var text = story.Text;
        var (rank, day) = line.Length > LineWords.MaxLength ? default : _dateLines.Read(text, line);
        var inHead = story.FirstSentence is null && story.HeadLines < MaxHeadLines;
        if (rank != DayRank.None && (inHead || rank != DayRank.Plain || IsTime(text, line)))
        {
            if (day is not null && rank > story.Rank && (inHead || rank == DayRank.Published)) (story.Rank, story.Published) = (rank, day);
            if (keep) story.Skipped.Add(line);
        }
        else if (inHead && story.Byline is null && _bylines.IsByline(text, line))
        {
            story.Byline = text.Substring(line.Start, line.Length);
            if (keep) story.Skipped.Add(line);
        }
        else if (!keep)
        {
            return;
        }
        else if (_boilerplate.RuleFor(text, line) is not null || (inHead && story.Title is { } title && Repeats(text, line, title)))
        {
            story.Skipped.Add(line);
        }
        else
        {
            story.FirstLine ??= line;
            story.HeadLines++;
            if (story.FirstSentence is null && IsSentence(text, line)) story.FirstSentence = line;
        }
    }

    /// <summary>A date line below the story's beginning is one only when it holds a clock time; otherwise it may head a section.</summary>
    private static bool IsTime(string text, TextSpan line)
    {
        var colon = text.AsSpan(line.Start, line.Length).IndexOf(':');
        return colon > 0 && colon + 1 < line.Length && char.IsAsciiDigit(text[line.Start + colon - 1]) && char.IsAsciiDigit(text[line.Start + colon + 1]);
    }

    /// <summary>A run-in day, then the dateline; whichever of the first lines has one.</summary>
    private void ReadHead(Story story, TextSpan first, LocalDate? given)
    {
        var text = story.Text;
        story.AllCapitals = IsAllCapitals(text, new TextSpan(first.Start, text.Length));
        if (story.Title is { } title && title.End <= first.Start && RepeatedAtHead(text, first, title) is { } again) first = story.SkipHead(first, again);
        if (_dateLines.ReadRunIn(text, first) is { } runIn)
        {
            if (story.Rank < DayRank.Published) story.Published = runIn.Day;
            first = story.SkipHead(first, runIn.End);
        }

        foreach (var line in story.FirstSentence is { } sentence && sentence.Start != first.Start ? new[] { first, sentence } : [first])
        {
            if (_datelines.Read(text, line, story.AllCapitals, given ?? story.Published) is not { } head) continue;
            if (line.End == head.Dateline.Span.End && head.Dateline.Agency is null && head.Dateline.Day is null) continue;
            story.Dateline = head.Dateline;
            if (given is null && story.Published is null) story.Published = head.Printed?.Date;
            return;
        }
    }

    /// <summary>Index of the first line when it looks like a headline: short, without a full stop, with a story behind it.</summary>
    private int? FindTitle(string text, List<TextSpan> lines)
    {
        for (var i = 0; i < Math.Min(lines.Count - 1, 6); i++)
        {
            var line = lines[i];
            if (line.Length > MaxTitleLength) return null;
            if (_dateLines.Read(text, line).Rank != DayRank.None || _boilerplate.RuleFor(text, line) is not null) continue;
            if (i > 0 && _bylines.IsByline(text, line)) continue;
            if (IsSlug(text, line)) continue;
            return IsHeadline(text, line, lines[i + 1]) ? i : null;
        }

        return null;
    }

    /// <summary>"RTRS 14:22", "WORLD": a wire file's slug, of one word and perhaps numbers.</summary>
    private static bool IsSlug(string text, TextSpan line) =>
        LineWords.Of(text, line) is { } words && Enumerable.Range(0, words.Count).Count(word => char.IsLetter(words[word][0])) < 2;

    private bool IsHeadline(string text, TextSpan line, TextSpan next)
    {
        if (LineWords.Of(text, line) is not { Count: > 1 and <= MaxTitleWords } words) return false;
        var last = words[words.Count - 1];
        var endsInState = last.Length <= 5 && words.Count > 3 && text[words.SpanOf(words.Count - 2).End] == ',';
        if (text[line.End - 1] is '.' or ',' or ';' && last.Length > 2 && !endsInState) return false;
        if (_datelines.Read(text, line, allCapitals: false, null) is { } head && (head.Dateline.Agency is not null || head.Dateline.Day is not null)) return false;
        // The first line of a wrapped paragraph is followed at once by the rest of its sentence.
        return TextLines.Apart(text, line, next) || !char.IsLower(text[next.Start]);
    }

    private static bool IsSentence(string text, TextSpan line)
    {
        var last = text[line.End - 1];
        return line.Length >= 60 && (last is '.' or '!' or '?' or '"' or '”' or '\'' or '’' or ')' or ':' || line.Length > 160);
    }

    /// <summary>Whether a line says the title again, marks and case apart.</summary>
    private static bool Repeats(string text, TextSpan line, TextSpan title)
    {
        if (line.Length > title.Length + 20 || LineWords.Of(text, line) is not { Count: > 1 } words || LineWords.Of(text, title) is not { } titleWords) return false;
        if (words.Count != titleWords.Count) return false;
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] != titleWords[i]) return false;
        }

        return true;
    }

    /// <summary>
    /// Where the title ends that a text without line breaks says again before its first sentence; null when it does not, or
    /// when the sentence goes on from it ("Six injured in Toledo, police say").
    /// </summary>
    private static int? RepeatedAtHead(string text, TextSpan line, TextSpan title)
    {
        var head = new TextSpan(line.Start, Math.Min(line.End, line.Start + LineWords.MaxLength));
        if (LineWords.Of(text, title) is not { Count: >= 4 } titleWords || LineWords.Of(text, head) is not { } words || words.Count <= titleWords.Count) return null;
        for (var i = 0; i < titleWords.Count; i++)
        {
            if (words[i] != titleWords[i]) return null;
        }

        var end = words.SpanOf(titleWords.Count - 1).End;
        while (end < line.End && text[end] is '.' or ' ' or '"' or '”' or '!' or '?' or '|' or ')') end++;
        return end < line.End && (char.IsUpper(text[end]) || char.IsAsciiDigit(text[end]) || text[end] is '"' or '“') ? end : null;
    }

    /// <summary>Whether at least seven of ten letters of the first pages are capitals.</summary>
    private static bool IsAllCapitals(string text, TextSpan story)
    {
        var (upper, lower) = (0, 0);
        for (var at = story.Start; at < Math.Min(story.End, story.Start + 20_000); at++)
        {
            if (char.IsUpper(text[at])) upper++;
            else if (char.IsLower(text[at])) lower++;
        }

        return upper + lower >= 40 && upper * 10 >= (upper + lower) * 7;
    }

    /// <summary>What has been found so far.</summary>
    private sealed class Story(string text, TextSpan? title)
    {
        public string Text { get; } = text;

        public TextSpan? Title { get; } = title;

        public List<TextSpan> Skipped { get; } = [];

        /// <summary>The first line that is not boilerplate.</summary>
        public TextSpan? FirstLine { get; set; }

        /// <summary>The first line that is a sentence: below it nothing is byline or bare date.</summary>
        public TextSpan? FirstSentence { get; set; }

        public int HeadLines { get; set; }

        public string? Byline { get; set; }

        public ArticleDateline? Dateline { get; set; }

        public LocalDate? Published { get; set; }

        public DayRank Rank { get; set; }

        public bool AllCapitals { get; set; }

        /// <summary>Skips the head of the first line up to an offset; returns the rest of the line.</summary>
        public TextSpan SkipHead(TextSpan line, int end)
        {
            var head = TextLines.Trim(Text, new TextSpan(line.Start, end));
            var at = Skipped.FindIndex(other => other.Start > head.Start);
            Skipped.Insert(at < 0 ? Skipped.Count : at, head);
            var rest = TextLines.Trim(Text, new TextSpan(end, line.End));
            if (FirstSentence == line) FirstSentence = rest;
            return rest;
        }
    }
}
