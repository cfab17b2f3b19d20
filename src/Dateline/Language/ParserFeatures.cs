namespace Dateline.Language;

/// <summary>What the parser sees before a move: words, tags and children at the top of the stack and ahead of it, alone and in company.</summary>
/// <remarks>After Zhang and Nivre (2011), for the arc-hybrid system. A feature is known by its place in the list: changing the order makes models unusable.</remarks>
public static class ParserFeatures
{
    /// <summary>How many hashes <see cref="Extract"/> gives.</summary>
    public const int Count = 113;

    /// <summary>Writes the feature hashes of a state into <paramref name="features"/>, which has room for <see cref="Count"/>.</summary>
    public static void Extract(ParserState state, Span<uint> features)
    {
        ArgumentNullException.ThrowIfNull(state);
        var f = new Writer(features);
        int s0 = state.Stacked(0), s1 = state.Stacked(1), s2 = state.Stacked(2), b0 = state.Next;
        var (words, tags, relations) = (state.Words, state.Tags, state.Relations);
        uint s0w = words[s0], s0t = tags[s0], s1w = words[s1], s1t = tags[s1], s2w = words[s2], s2t = tags[s2];
        uint b0w = words[b0], b0t = tags[b0], b1w = 0, b1t = 0, b2w = 0, b2t = 0;
        if (b0 <= state.Length) (b1w, b1t, b2w, b2t) = (words[b0 + 1], tags[b0 + 1], words[b0 + 2], tags[b0 + 2]);
        ref readonly var s0l = ref state.Left[s0];
        ref readonly var s0r = ref state.Right[s0];
        ref readonly var s1l = ref state.Left[s1];
        ref readonly var s1r = ref state.Right[s1];
        ref readonly var b0l = ref state.Left[b0];
        uint s0lw = words[s0l.Outer], s0lt = tags[s0l.Outer], s0rw = words[s0r.Outer], s0rt = tags[s0r.Outer];
        uint s1lw = words[s1l.Outer], s1lt = tags[s1l.Outer], s1rw = words[s1r.Outer], s1rt = tags[s1r.Outer];
        uint b0lw = words[b0l.Outer], b0lt = tags[b0l.Outer];
        uint s0lr = Label(relations, s0l.Outer), s0rr = Label(relations, s0r.Outer), s1lr = Label(relations, s1l.Outer);
        uint s1rr = Label(relations, s1r.Outer), b0lr = Label(relations, b0l.Outer);
        uint near = Distance(s0, b0), far = Distance(s1, s0);
        uint s0Sides = (uint)(Math.Min(s0l.Count, 3) | (Math.Min(s0r.Count, 3) << 2));
        uint s1Sides = (uint)(Math.Min(s1l.Count, 3) | (Math.Min(s1r.Count, 3) << 2));

        // Single words.
        f.Add(s0w);
        f.Add(s0t);
        f.Add(s0w, s0t);
        f.Add(s1w);
        f.Add(s1t);
        f.Add(s1w, s1t);
        f.Add(s2t);
        f.Add(s2w, s2t);
        f.Add(b0w);
        f.Add(b0t);
        f.Add(b0w, b0t);
        f.Add(b1w);
        f.Add(b1t);
        f.Add(b1w, b1t);
        f.Add(b2t);
        f.Add(b2w, b2t);

        // Pairs of top and next.
        f.Add(s0w, s0t, b0w, b0t);
        f.Add(s0w, s0t, b0w);
        f.Add(s0w, b0w, b0t);
        f.Add(s0w, s0t, b0t);
        f.Add(s0t, b0w, b0t);
        f.Add(s0w, b0w);
        f.Add(s0t, b0t);
        f.Add(s0t, b0t, near);

        // Pairs of the two on top.
        f.Add(s1w, s1t, s0w, s0t);
        f.Add(s1w, s0w);
        f.Add(s1t, s0t);
        f.Add(s1w, s0t);
        f.Add(s1t, s0w);
        f.Add(s1t, s0t, far);
        f.Add(s1w, s1t, s0t);
        f.Add(s1t, s0w, s0t);

        // The second and the next; the words to come.
        f.Add(s1t, b0t);
        f.Add(s1w, b0t);
        f.Add(s1t, b0w);
        f.Add(s1w, b0w);
        f.Add(b0t, b1t);
        f.Add(b0w, b1t);
        f.Add(b0t, b1w);
        f.Add(b0w, b1w);
        f.Add(s0w, b1t);
        f.Add(s0t, b1w);

        // Threes.
        f.Add(s0t, b0t, b1t);
        f.Add(s0w, b0t, b1t);
        f.Add(s0t, b0w, b1t);
        f.Add(s0t, b0t, b1w);
        f.Add(b0t, b1t, b2t);
        f.Add(s0t, b0t, b1t, b2t);
        f.Add(s1t, s0t, b0t);
        f.Add(s1w, s0t, b0t);
        f.Add(s1t, s0w, b0t);
        f.Add(s1t, s0t, b0w);
        f.Add(s1t, s0t, b0t, b1t);
        f.Add(s2t, s1t, s0t);
        f.Add(s2t, s1t, s0t, b0t);
        f.Add(s2w, s0lw, s0t);
        f.Add(s2t, s0t, b0t);
        f.Add(s2w, s0t);
        f.Add(s2w, s1t, s0t);
        f.Add(s1w, s0w, b0t);
        f.Add(s1w, s0t, b0w);

        // Children's tags.
        f.Add(s0t, s0lt, b0t);
        f.Add(s0t, s0rt, b0t);
        f.Add(s0t, b0t, b0lt);
        f.Add(s1t, s0t, s0lt);
        f.Add(s1t, s0t, s0rt);
        f.Add(s1t, s1rt, s0t);
        f.Add(s1t, s1lt, s0t);
        f.Add(s1t, s1rt, s0t, b0t);
        f.Add(s0t, s0lt, tags[s0l.Second]);
        f.Add(s0t, s0rt, tags[s0r.Second]);
        f.Add(b0t, b0lt, tags[b0l.Second]);
        f.Add(s1t, s1rt, tags[s1r.Second], s0t);

        // Children's words: the preposition of a phrase and what it may hang on.
        f.Add(s0lw, s0lr);
        f.Add(s0rw, s0rr);
        f.Add(s1rw, s1rr);
        f.Add(b0lw, b0lr);
        f.Add(s1w, s0lw);
        f.Add(s1w, s0lw, s0w);
        f.Add(s1t, s0lw, s0w);
        f.Add(s1t, s0lw, s0t);
        f.Add(s1w, s0lw, s0t);
        f.Add(s0w, b0lw);
        f.Add(s0t, b0lw, b0t);
        f.Add(s0w, s0rw, b0t);
        f.Add(s0w, b0lw, b0t);
        f.Add(s1w, s1rw, s0lw, s0t);

        // Children's relations.
        f.Add(s0w, s0l.Relations);
        f.Add(s0t, s0l.Relations, b0t);
        f.Add(s0w, s0r.Relations);
        f.Add(s0t, s0r.Relations, b0t);
        f.Add(s1w, s1r.Relations);
        f.Add(s1t, s1r.Relations, s0t);
        f.Add(s1t, s1l.Relations, s0t);
        f.Add(s1t, s0l.Relations, s0t);
        f.Add(s1t, s0r.Relations, s0t);
        f.Add(b0w, b0l.Relations);
        f.Add(b0t, b0l.Relations, s0t);
        f.Add(s0lr, s0rr, s0t, b0t);
        f.Add(s1lr, s1rr, s1t, s0t);
        f.Add(s1w, s1r.Relations, s0w);
        f.Add(s0w, s0l.Relations, b0w);

        // Distances and counts.
        f.Add(s0w, near);
        f.Add(b0w, near);
        f.Add(s0w, b0t, near);
        f.Add(s0t, b0w, near);
        f.Add(s1w, s0t, far);
        f.Add(s1w, far);
        f.Add(s0w, far);
        f.Add(s0w, s0Sides);
        f.Add(s0t, s0Sides, b0t);
        f.Add(s1t, s1Sides, s0t);
        f.Add((uint)Math.Min(state.Depth, 4), b0t, s0t);
        System.Diagnostics.Debug.Assert(f.Written == Count);
    }

    private static uint Label(Relation[] relations, int word) => word == 0 ? 99u : (uint)relations[word];

    private static uint Distance(int left, int right) => left == 0 ? 0u : (right - left) switch
    {
        <= 4 => (uint)(right - left),
        <= 6 => 5,
        <= 9 => 6,
        _ => 7,
    };

    private ref struct Writer(Span<uint> features)
    {
        private readonly Span<uint> _features = features;

        public int Written { get; private set; }

        public void Add(uint a) => _features[Written] = FeatureHash.Mix((uint)Written++, a);

        public void Add(uint a, uint b) => _features[Written] = FeatureHash.Mix((uint)Written++, a, b);

        public void Add(uint a, uint b, uint c) => _features[Written] = FeatureHash.Mix((uint)Written++, a, b, c);

        public void Add(uint a, uint b, uint c, uint d) => _features[Written] = FeatureHash.Mix((uint)Written++, a, b, c, d);
    }
}
