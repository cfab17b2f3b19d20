namespace Dateline.Mentions.Names;

/// <summary>What words were labelled earlier in a document. Not thread-safe: one for each caller.</summary>
/// <remarks>A fixed table of slots that is never cleared: a slot counts only in the document that wrote it. It forgets where two words meet in a slot.</remarks>
internal sealed class NameMemory
{
    private const int Bits = 12;
    private readonly (uint Word, uint Document, byte Value)[] _slots = new (uint, uint, byte)[1 << Bits];
    private uint _document;

    /// <summary>Nothing is known of the word.</summary>
    public const byte Unknown = 255;

    /// <summary>Begins a document: what was known is forgotten.</summary>
    public void Begin() => _document++;

    /// <summary>What was last noted of a word; <see cref="Unknown"/> when nothing was.</summary>
    public byte this[uint word]
    {
        get
        {
            ref var slot = ref _slots[(word * 0x9E3779B1) >> (32 - Bits)];
            return slot.Word == word && slot.Document == _document ? slot.Value : Unknown;
        }
    }

    public void Note(uint word, byte value) => _slots[(word * 0x9E3779B1) >> (32 - Bits)] = (word, _document, value);
}
