using Dateline.Language;
using Dateline.Mentions.Counts;

namespace Dateline.Mentions.Times;

/// <summary>The words that a rule kept, by slot.</summary>
internal sealed record TimeMatch
{
    public required TimeRule Rule { get; init; }

    public required TokenRange Tokens { get; init; }

    public required (TimeSlot Slot, int First, WordValue Value)[] Kept { get; init; }

    public bool Has(TimeSlot slot) => Array.Exists(Kept, kept => kept.Slot == slot);

    public bool Lacks(TimeSlot slot) => !Has(slot);

    /// <summary>The same match with one thing more that its surroundings tell.</summary>
    public TimeMatch With(TimeSlot slot, int number) => this with { Kept = [.. Kept, (slot, Tokens.First, new WordValue(Tokens.End, null, number))] };

    public string? Text(TimeSlot slot) => Array.Find(Kept, kept => kept.Slot == slot).Value.Text;

    public decimal? Number(TimeSlot slot) => Has(slot) ? Array.Find(Kept, kept => kept.Slot == slot).Value.Number : null;

    /// <summary>The two ends of a range: the words from the first one kept to the last before the second end, and those from there on.</summary>
    public (TokenRange First, TokenRange Second) Ends()
    {
        var second = Array.FindIndex(Kept, kept => kept.Slot is TimeSlot.SecondDay or TimeSlot.SecondMonth or TimeSlot.SecondYear);
        if (second <= 0) return (Tokens, Tokens);
        return (new TokenRange(Kept[0].First, Kept[second - 1].Value.End), new TokenRange(Kept[second].First, Tokens.End));
    }

    public int? Whole(TimeSlot slot) => Number(slot) is { } number and > -1_000_000 and < 1_000_000 ? (int)number : null;
}

/// <summary>Walks the automaton of the rules over one document; holds the scratch of that walk.</summary>
internal sealed class TimeMatcher(TimeRules rules, Document document)
{
    // Ambiguous classes can multiply paths; real expressions need fewer than a hundred steps.
    private const int MostSteps = 4000;

    private readonly int[] _ids = rules.Lexicon.Ids(document);
    private readonly List<(TimeSlot Slot, int First, WordValue Value)> _kept = [];
    private int _first;
    private int _sentenceEnd;
    private int _steps;
    private int _bestRule;
    private int _bestEnd;
    private (TimeSlot, int, WordValue)[] _bestKept = [];

    public int[] Ids => _ids;

    public TimeRules Rules => rules;

    /// <summary>What a word between an amount and a time tells: 1 for "after", -1 for "before"; null for other words.</summary>
    public int? SignAt(int token) =>
        token < document.TokenCount - 1 && rules.Offsets is { } offsets && offsets.TryMatch(document, _ids, token, token + 1, out var value) && document.SentenceOf[token] == document.SentenceOf[token + 1] ? (int)value.Number : null;

    /// <summary>Whether a token joins two times, as in "May and June 1955" and "May-June 1955".</summary>
    public bool IsJoint(int token) =>
        token < document.TokenCount - 1 && _ids[token] >= 0 && rules.Joints?.Begins(_ids[token]) == true && document.SentenceOf[token] == document.SentenceOf[token + 1];

    /// <summary>The longest expression that begins at a token; of equally long ones the one whose rule comes first.</summary>
    public TimeMatch? At(int token)
    {
        var id = _ids[token];
        var mask = Mask(token);
        var byWord = id >= 0 && id < rules.ByWord.Length ? rules.ByWord[id] : null;
        if (mask == 0 && byWord is null) return null;
        (_first, _steps, _bestRule, _bestEnd) = (token, 0, int.MaxValue, 0);
        _sentenceEnd = document.SentenceRanges[document.SentenceOf[token]].End;
        _kept.Clear();
        foreach (var step in byWord ?? []) Walk(step.Next, token + 1);
        (int Class, bool Found, WordValue Value) last = (-1, false, default);
        foreach (var step in rules.ByClass)
        {
            if ((mask & (1UL << step.Class)) == 0) continue;
            // Steps come sorted by class: each class is read once.
            if (step.Class != last.Class) last = (step.Class, TryClass(step.Class, token, out var value), value);
            if (last.Found) Keep(step, token, last.Value);
        }

        return _bestRule == int.MaxValue ? null : new TimeMatch { Rule = rules.Rules[_bestRule], Tokens = new TokenRange(token, _bestEnd), Kept = [.. _bestKept] };
    }

    /// <summary>The classes that may begin at a token, as bits.</summary>
    private ulong Mask(int token)
    {
        var first = document.Text[document.Spans[token].Start];
        if (char.IsAsciiDigit(first)) return TimeRules.BuiltInMask;
        var id = _ids[token];
        return (id >= 0 ? rules.ClassMasks[id] : 0) | (first is '\'' or '’' ? TimeRules.BuiltInMask : 0);
    }

    private bool TryClass(int kind, int token, out WordValue value)
    {
        value = default;
        if ((Mask(token) & (1UL << kind)) == 0) return false;
        if (rules.Classes[kind] is { } phrases) return phrases.TryMatch(document, _ids, token, _sentenceEnd, out value);
        return BuiltIn.TryRead(kind, document, rules.Numbers, token, out value) && value.End <= _sentenceEnd;
    }

    private void Keep(TimePattern.Step step, int token, WordValue value)
    {
        _kept.Add((step.Slot, token, value));
        Walk(step.Next, value.End);
        _kept.RemoveAt(_kept.Count - 1);
    }

    // Recursion is as deep as the longest pattern, since every step consumes a word of it.
    private void Walk(TimePattern.State state, int at)
    {
        if (++_steps > MostSteps) return;
        if (state.Rule >= 0 && (at > _bestEnd || (at == _bestEnd && state.Rule < _bestRule)) && Allowed(rules.Rules[state.Rule], at))
        {
            (_bestRule, _bestEnd) = (state.Rule, at);
            _bestKept = [.. _kept];
        }

        if (at >= _sentenceEnd) return;
        var id = _ids[at];
        foreach (var step in state.Steps)
        {
            if (step.Word >= 0)
            {
                if (step.Word == id) Walk(step.Next, at + 1);
            }
            else if (TryClass(step.Class, at, out var value))
            {
                Keep(step, at, value);
            }
        }
    }

    private bool Allowed(TimeRule rule, int end)
    {
        var sentence = document.SentenceRanges[document.SentenceOf[_first]];
        var before = _first > sentence.First ? _ids[_first - 1] : WordClasses.Unknown;
        var after = end < sentence.End ? _ids[end] : WordClasses.Unknown;
        if (rule.Capital && rules.Register == TimeRegister.Report && !document.Article.AllCapitals && !document[_first].IsCapitalised) return false;
        for (var token = _first + 1; rule.Capitals && rules.Register == TimeRegister.Report && token < end; token++)
        {
            if (!document[token].IsCapitalised) return false;
        }

        if (rule.After is { } needed && !needed.Contains(before)) return false;
        if (rule.NotAfter is { } barred && barred.Contains(before)) return false;
        if (rule.Before is { } neededNext && !neededNext.Contains(after)) return false;
        if (rule.NotBefore is { } barredNext && barredNext.Contains(after)) return false;
        if (rule.AfterTag is { } tags && !tags.Contains(_first > sentence.First ? document.Xpos[_first - 1] : "")) return false;
        if (rule.NotAfterTag is { } barredTags && _first > sentence.First && barredTags.Contains(document.Xpos[_first - 1])) return false;
        if (rule.NotTag is { } notTags && notTags.Contains(document.Xpos[_first])) return false;
        return rule.NotBeforeTag is not { } nextTags || end >= sentence.End || !nextTags.Contains(document.Xpos[end]);
    }
}
