namespace Dateline.Language;

/// <summary>Universal parts of speech (UD v2), by the names used in CoNLL-U.</summary>
public enum Upos : byte
{
    X, ADJ, ADP, ADV, AUX, CCONJ, DET, INTJ, NOUN, NUM, PART, PRON, PROPN, PUNCT, SCONJ, SYM, VERB,
}
