using System.Text;
using Dateline.Language;
using Dateline.Reading;
using Dateline.Reports;

namespace Dateline.Evaluation.Entities;

/// <summary>Texts of given tokens, joined by spaces, a line a sentence.</summary>
internal static class JoinedTokens
{
    public static (string Text, TextSpan[] Tokens) Join(IReadOnlyList<string> words, IReadOnlyList<TokenRange> sentences)
    {
        var text = new StringBuilder();
        var tokens = new TextSpan[words.Count];
        foreach (var sentence in sentences)
        {
            for (var i = sentence.First; i < sentence.End; i++)
            {
                tokens[i] = new TextSpan(text.Length, text.Length + words[i].Length);
                text.Append(words[i]).Append(' ');
            }

            text.Append('\n');
        }

        return (text.ToString(), tokens);
    }

    /// <summary>A document with the given tokens and sentences; nothing else is filled.</summary>
    public static Document Document(string id, string text, IReadOnlyList<TextSpan> tokens, IReadOnlyList<TokenRange> sentences)
    {
        var article = new Article { Report = new Report(id, text), Text = text, Body = new TextSpan(0, text.Length) };
        return new Document(article, [.. tokens], [.. sentences]);
    }
}
