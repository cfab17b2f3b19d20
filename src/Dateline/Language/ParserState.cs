namespace Dateline.Language;

/// <summary>A sentence half parsed, in the arc-hybrid system: a stack, the words still to come, and the arcs so far.</summary>
/// <remarks>
/// Words are numbered from 1; 0 stands for no word, and the three numbers behind the last word for the end of the sentence.
/// Moves: shift puts the next word on the stack; left hangs the top of the stack on the next word; right hangs it on the word below it.
/// When no word is to come, right alone is possible, so the one word left is the root: always one tree, after 2n - 1 moves.
/// Not thread-safe: one for each caller.
/// </remarks>
public sealed class ParserState
{
    private const uint End = 0x2545F491;

    private int[] _stack = [];
    private int _depth;

    /// <summary>Words in the sentence.</summary>
    public int Length { get; private set; }

    /// <summary>The next word to come; <see cref="Length"/> + 1 when none is left.</summary>
    public int Next { get; private set; }

    /// <summary>How many words are on the stack.</summary>
    public int Depth => _depth;

    /// <summary>Hash of each word in lower case.</summary>
    public uint[] Words { get; private set; } = [];

    /// <summary>Hash of both tags of each word.</summary>
    public uint[] Tags { get; private set; } = [];

    /// <summary>Head of each word; 0 until it has one.</summary>
    public int[] Heads { get; private set; } = [];

    public Relation[] Relations { get; private set; } = [];

    /// <summary>What hangs on each word so far.</summary>
    public Children[] Left { get; private set; } = [];

    public Children[] Right { get; private set; } = [];

    /// <summary>Whether moves are left to make.</summary>
    public bool IsOpen => Next <= Length || _depth > 1;

    public bool CanShift => Next <= Length;

    public bool CanLeft => _depth > 0 && Next <= Length;

    public bool CanRight => _depth > 1;

    /// <summary>A word of the stack, counted from the top, which is 0; no word below the bottom.</summary>
    public int Stacked(int fromTop) => fromTop < _depth ? _stack[_depth - 1 - fromTop] : 0;

    /// <summary>Takes up a tagged sentence; linear in its length.</summary>
    public void Read(Document document, TokenRange tokens)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (_stack.Length < tokens.Count + 4)
        {
            var room = Math.Max(64, Math.Max(tokens.Count + 4, 2 * _stack.Length));
            (_stack, Words, Tags, Heads) = (new int[room], new uint[room], new uint[room], new int[room]);
            (Relations, Left, Right) = (new Relation[room], new Children[room], new Children[room]);
        }

        (Length, Next, _depth) = (tokens.Count, 1, 0);
        Words[0] = Tags[0] = 0;
        for (var i = 0; i < Length; i++)
        {
            Words[i + 1] = FeatureHash.Word(document.Lowers[tokens.First + i]);
            Tags[i + 1] = FeatureHash.Mix((uint)document.Upos[tokens.First + i], FeatureHash.Word(document.Xpos[tokens.First + i]));
        }

        for (var i = Length + 1; i <= Length + 3; i++) Words[i] = Tags[i] = End;
        Array.Clear(Heads, 0, Length + 4);
        Array.Clear(Relations, 0, Length + 4);
        Array.Clear(Left, 0, Length + 4);
        Array.Clear(Right, 0, Length + 4);
    }

    /// <summary>Puts the next word on the stack.</summary>
    public void Shift() => _stack[_depth++] = Next++;

    /// <summary>Hangs the top of the stack on the next word.</summary>
    public void HangLeft(Relation relation)
    {
        var child = _stack[--_depth];
        (Heads[child], Relations[child]) = (Next, relation);
        Left[Next].Add(child, relation);
    }

    /// <summary>Hangs the top of the stack on the word below it.</summary>
    public void HangRight(Relation relation)
    {
        var child = _stack[--_depth];
        var head = _stack[_depth - 1];
        (Heads[child], Relations[child]) = (head, relation);
        Right[head].Add(child, relation);
    }

    /// <summary>The children on one side of a word.</summary>
    public struct Children
    {
        /// <summary>The outermost child; 0 when there is none.</summary>
        public int Outer { get; private set; }

        /// <summary>The child next to it.</summary>
        public int Second { get; private set; }

        public int Count { get; private set; }

        /// <summary>One bit for each <see cref="Relation"/> present.</summary>
        public ulong Set { get; private set; }

        /// <summary>Children come from the inside outwards.</summary>
        public void Add(int child, Relation relation)
        {
            (Second, Outer) = (Outer, child);
            Count++;
            Set |= 1UL << (int)relation;
        }

        /// <summary>The relations present, as one value.</summary>
        public readonly uint Relations => (uint)Set ^ ((uint)(Set >> 32) * 0x9E3779B1);
    }
}
