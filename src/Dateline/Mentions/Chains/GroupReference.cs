using Dateline.Language;
using Dateline.Mentions.Actors;

namespace Dateline.Mentions.Chains;

/// <summary>"The group", "the movement", "the militants": the armed group named last before, as an actor mention of its own.</summary>
public sealed class GroupReference : IMentionFinder
{
    private const int SentencesBack = 8;

    public string Name => "group-reference 1";

    public IReadOnlyList<Layer> Needs { get; } = [Layer.Tags, Layer.Trees, Layer.Actors];

    public Layer Gives => Layer.Chains;

    public void Find(Document document, MentionLayer mentions)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(mentions);
        ActorMention? last = null;
        var next = 0;
        var named = mentions.Actors.ToList();
        for (var token = 1; token < document.TokenCount; token++)
        {
            while (next < named.Count && named[next].Tokens.First <= token)
            {
                if (named[next].Actor is { Kind: ActorKind.ArmedGroup, IsGeneric: false }) last = named[next];
                next++;
            }

            if (last is null || document.Lemmas[token] is not ("group" or "movement" or "organisation" or "organization" or "insurgency" or "militia" or "faction" or "outfit")) continue;
            if (document.Lowers[token - 1] is not ("the" or "this") || document.Upos[token] != Upos.NOUN || mentions.Actors.At(token) is not null) continue;
            if (document.SentenceOf[token] - document.SentenceOf[last.Tokens.First] > SentencesBack || token + 1 < document.TokenCount && document.Lowers[token + 1] is "of") continue;
            var tokens = new TokenRange(token - 1, token + 1);
            mentions.Actors.Add(new ActorMention(tokens, document.SpanOf(tokens), "chains/the-group") { Actor = last.Actor, Country = last.Country });
        }
    }
}
