using Dateline.Language;

namespace Dateline.Mentions.Weapons;

/// <summary>Words that name a weapon or a means of attack: "a pocket-knife", "car bomb", "barrel bombs", "AK-47 rifles".</summary>
/// <remarks><see cref="Mention.Span"/> covers the noun phrase without its determiner.</remarks>
public sealed record WeaponMention(TokenRange Tokens, TextSpan Span, string By) : Mention(Tokens, Span, By)
{
    /// <summary>Code of data/en/lexicons/weapons.yaml, such as <c>melee/knife</c>, <c>firearm/rifle</c>, <c>explosive/vehicle</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Whether the words name no weapon but tell of one used: "gunfire", "opened fire", "stabbed".</summary>
    public bool IsImplied { get; init; }
}
