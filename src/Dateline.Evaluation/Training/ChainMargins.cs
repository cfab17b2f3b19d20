using Dateline.Language;
using Dateline.Mentions.Chains;

namespace Dateline.Evaluation.Training;

/// <summary>Chooses how clearly a link must outweigh a beginning: as little as gives the wanted share of right links on articles that were not learnt from.</summary>
/// <remarks>A link made or left changes what later phrases meet, so that the choice is gone through a few times.</remarks>
internal static class ChainMargins
{
    private const int Rounds = 4;

    /// <summary>No link is made at all.</summary>
    private const float Never = 100;

    /// <param name="parts">Weights, and the articles that they were not learnt from.</param>
    /// <param name="margins">Where to begin, by <see cref="ChainModel.Way"/>; that of pronouns, the last, is kept.</param>
    /// <param name="precision">Share of links that shall be right, 0 to 1.</param>
    /// <param name="describer">Describes phrases.</param>
    /// <param name="log">Is told what was chosen.</param>
    public static IReadOnlyList<float> Choose(
        IReadOnlyList<(float[] Weights, IReadOnlyList<ChainLesson> Held)> parts, IReadOnlyList<float> margins, double precision, PhraseDescriber describer, Action<string> log)
    {
        for (var round = 1; round <= Rounds; round++)
        {
            var leads = Leads(parts, margins, describer);
            margins = [.. leads.Select((way, number) => number == ChainModel.Ways - 1 ? margins[number] : Least(way, precision))];
            var linked = leads.Select((way, number) => way.FindAll(link => link.Lead > margins[number]));
            log($"margins {string.Join(", ", margins.Zip(linked, (margin, links) => FormattableString.Invariant($"{margin:F2} ({links.Count(link => link.IsRight)} of {links.Count} right)")))}");
        }

        return margins;
    }

    /// <summary>For each way of linking the best links, made or not: how clear, and whether right.</summary>
    private static List<(float Lead, bool IsRight)>[] Leads(IReadOnlyList<(float[] Weights, IReadOnlyList<ChainLesson> Held)> parts, IReadOnlyList<float> margins, PhraseDescriber describer)
    {
        var leads = Enumerable.Range(0, ChainModel.Ways).Select(_ => new List<(float Lead, bool IsRight)>()).ToArray();
        foreach (var (weights, held) in parts)
        {
            var model = ChainModel.Read(ChainModel.Write(weights, margins).AsSpan(ModelFile.Head))!;
            var resolver = new ChainResolver(describer, model);
            foreach (var lesson in held)
            {
                var choices = resolver.Resolve(lesson.Tree).Choices;
                for (var phrase = 0; phrase < choices.Count; phrase++)
                {
                    if (choices[phrase] is not { Earlier: >= 0 } choice) continue;
                    var chain = lesson.Chains[phrase];
                    leads[choice.Way].Add((choice.Lead, chain >= 0 && lesson.Chains[choice.Earlier] == chain));
                }
            }
        }

        return leads;
    }

    /// <summary>The least margin above which the wanted share is right.</summary>
    internal static float Least(List<(float Lead, bool IsRight)> links, double precision)
    {
        links.Sort((a, b) => b.Lead.CompareTo(a.Lead));
        var (right, least) = (0, Never);
        for (var i = 0; i < links.Count; i++)
        {
            if (links[i].IsRight) right++;
            if (right >= precision * (i + 1)) least = i + 1 < links.Count ? (links[i].Lead + links[i + 1].Lead) / 2 : links[i].Lead - 1;
        }

        return least;
    }
}
