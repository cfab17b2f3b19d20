using System.Collections.Concurrent;
using Dateline.Resources;

namespace Dateline.Language.Neural;

/// <summary>Gives every sentence its dependency tree: a small network reads the sentence from both ends, scores every arc, and the best tree is taken.</summary>
/// <remarks>
/// A biaffine graph parser (Dozat and Manning 2017) over simple recurrent units (Lei and others 2018). Every sentence gets one tree with
/// one root, whatever its words; the tree does not depend on the sentences beside it. Linear in the text, as longer sentences than
/// <see cref="Longest"/> are parsed in parts. Immutable and shared by threads.
/// </remarks>
public sealed class GraphParser
{
    /// <summary>Longer sentences are parsed in parts of so many tokens: time and memory stay bounded.</summary>
    public const int Longest = 160;

    private readonly GraphParserModel _model;
    private readonly ConcurrentBag<GraphParserRun> _runs = [];

    public GraphParser(GraphParserModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
    }

    /// <summary>Opens a model file, such as <c>models/parser.bin</c>.</summary>
    /// <exception cref="DataException">The file is missing, damaged, or of another version.</exception>
    public static GraphParser Load(string path) => new(GraphParserModel.Load(path));

    /// <summary>Fills <see cref="Document.Heads"/> and <see cref="Document.Relations"/>; needs the tags.</summary>
    public void Parse(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (!_runs.TryTake(out var run)) run = new GraphParserRun(_model);
        foreach (var sentence in document.SentenceRanges)
        {
            for (var first = sentence.First; first < sentence.End; first += Longest)
            {
                run.Add(document, new TokenRange(first, Math.Min(sentence.End, first + Longest)));
            }
        }

        run.Finish(document);
        foreach (var sentence in document.SentenceRanges)
        {
            if (sentence.Count > Longest) Join(document, sentence);
        }

        _runs.Add(run);
    }

    /// <summary>Hangs the roots of later parts on that of the first.</summary>
    private static void Join(Document document, TokenRange sentence)
    {
        var root = -1;
        for (var token = sentence.First; token < sentence.End; token++)
        {
            if (document.Heads[token] >= 0) continue;
            if (root < 0) root = token;
            else (document.Heads[token], document.Relations[token]) = (root, Relation.Parataxis);
        }
    }
}
