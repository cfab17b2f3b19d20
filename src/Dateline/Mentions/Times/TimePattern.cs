using Dateline.Mentions.Counts;
using Dateline.Resources;

namespace Dateline.Mentions.Times;

/// <summary>The small language that rules are written in.</summary>
/// <remarks>
/// <c>word</c> is that word; <c>(a|b c)</c> one of several; <c>[x]</c> may be missing; <c>{class}</c> a word of a class, kept under the
/// class's name, and <c>{slot:class}</c> under another; <c>&lt;name&gt;</c> stands for a part defined at the head of the file.
/// A pattern becomes states of an automaton whose first step is looked up by the first word, so that most tokens cost one look.
/// </remarks>
internal sealed class TimePattern
{
    private const int DeepestNesting = 16;

    private readonly WordClasses _lexicon;
    private readonly IReadOnlyDictionary<string, string> _parts;
    private readonly KnowledgeNode _node;
    private readonly Func<string, int?> _classOf;
    private string _text = "";
    private int _at;
    private int _depth;

    private TimePattern(WordClasses lexicon, IReadOnlyDictionary<string, string> parts, Func<string, int?> classOf, KnowledgeNode node) =>
        (_lexicon, _parts, _classOf, _node) = (lexicon, parts, classOf, node);

    /// <summary>Adds a pattern to an automaton.</summary>
    /// <param name="text">The pattern.</param>
    /// <param name="root">State that every rule begins in.</param>
    /// <param name="rule">Index of the rule that the pattern belongs to.</param>
    /// <param name="lexicon">Gives ids to the words.</param>
    /// <param name="parts">Named parts.</param>
    /// <param name="classOf">Number of a word class by name; null when there is none.</param>
    /// <param name="node">Where the pattern stands, for errors.</param>
    public static void Compile(string text, State root, int rule, WordClasses lexicon, IReadOnlyDictionary<string, string> parts, Func<string, int?> classOf, KnowledgeNode node)
    {
        var pattern = new TimePattern(lexicon, parts, classOf, node) { _text = text };
        var ends = pattern.Sequence([root]);
        if (pattern._at < text.Length) throw node.Error($"unexpected \"{text[pattern._at]}\" in \"{text}\"");
        foreach (var end in ends)
        {
            if (end == root) throw node.Error($"\"{text}\" may match nothing at all");
            end.Rule = rule;
        }
    }

    private HashSet<State> Sequence(HashSet<State> from)
    {
        if (++_depth > DeepestNesting) throw _node.Error("the pattern is nested too deeply, or a part uses itself");
        while (_at < _text.Length && _text[_at] is not (')' or ']' or '|'))
        {
            if (_text[_at] == ' ') _at++;
            else from = Element(from);
        }

        _depth--;
        return from;
    }

    private HashSet<State> Element(HashSet<State> from)
    {
        switch (_text[_at])
        {
            case '(':
                return Alternatives(from, ')');
            case '[':
                var ends = Alternatives(from, ']');
                ends.UnionWith(from);
                return ends;
            case '{':
                var (slot, name) = Slot();
                var step = new State();
                var kind = _classOf(name) ?? throw _node.Error($"unknown word class \"{name}\"{Nearest.Suggestion(name, [.. _lexicon.Classes, .. BuiltIn.Names])}");
                foreach (var state in from) state.Add(new Step(-1, kind, slot, step));
                return [step];
            case '<':
                return Part(from);
            default:
                var start = _at;
                while (_at < _text.Length && _text[_at] is not (' ' or '(' or ')' or '[' or ']' or '|' or '{' or '<')) _at++;
                var next = new State();
                var id = _lexicon.IdOf(_text[start.._at]);
                foreach (var state in from) state.Add(new Step(id, -1, TimeSlot.None, next));
                return [next];
        }
    }

    private HashSet<State> Alternatives(HashSet<State> from, char close)
    {
        _at++;
        var ends = new HashSet<State>();
        while (true)
        {
            ends.UnionWith(Sequence(from));
            if (_at >= _text.Length) throw _node.Error($"\"{close}\" is missing in \"{_text}\"");
            if (_text[_at++] == '|') continue;
            if (_text[_at - 1] != close) throw _node.Error($"\"{close}\" is expected before \"{_text[(_at - 1)..]}\"");
            return ends;
        }
    }

    private HashSet<State> Part(HashSet<State> from)
    {
        var name = Until('>');
        if (!_parts.TryGetValue(name, out var part)) throw _node.Error($"unknown part \"<{name}>\"{Nearest.Suggestion(name, [.. _parts.Keys])}");
        var (text, at) = (_text, _at);
        (_text, _at) = (part, 0);
        var ends = Sequence(from);
        if (_at < _text.Length) throw _node.Error($"unexpected \"{_text[_at]}\" in the part \"<{name}>\"");
        (_text, _at) = (text, at);
        return ends;
    }

    private (TimeSlot Slot, string Class) Slot()
    {
        var inside = Until('}');
        var colon = inside.IndexOf(':', StringComparison.Ordinal);
        var slot = colon < 0 ? inside : inside[..colon];
        var parsed = CodeNames.Parse<TimeSlot>(slot) ?? throw _node.Error($"unknown slot \"{slot}\"{Nearest.Suggestion(slot, [.. Enum.GetValues<TimeSlot>().Select(s => s.Code())])}");
        return (parsed, colon < 0 ? inside : inside[(colon + 1)..]);
    }

    private string Until(char close)
    {
        var end = _text.IndexOf(close, _at);
        if (end < 0) throw _node.Error($"\"{close}\" is missing in \"{_text}\"");
        var inside = _text[(_at + 1)..end];
        _at = end + 1;
        return inside;
    }

    /// <summary>A place between two words of a pattern.</summary>
    internal sealed class State
    {
        /// <summary>The rule that is complete here; -1 when none is.</summary>
        public int Rule { get; set; } = -1;

        public List<Step> Steps { get; } = [];

        public void Add(Step step) => Steps.Add(step);
    }

    /// <summary>One word or one class that leads to the next state.</summary>
    /// <remarks>A class and no struct: lists of it are then framework code compiled ahead of time, which spares 15 ms of every start.</remarks>
    internal sealed record Step(int Word, int Class, TimeSlot Slot, State Next);
}

/// <summary>What a rule keeps of the words it matched.</summary>
internal enum TimeSlot
{
    None, Year, Month, Day, DayName, Weekday, Weekdays, Part, Parts, Clock, FixedTime, Zone, Date, Amount, SecondAmount, Unit, OneUnit, SomeUnits, PerUnit, SecondUnit,
    Direction, Edge, TheEdge, Rough, Vague, Season, Holiday, Ordinal, Decade, Century, SecondDay, SecondMonth, SecondYear, Number, BareClock, DayWord, Hour, Era, MonthDay, ShortClock, SpokenClock,
}
