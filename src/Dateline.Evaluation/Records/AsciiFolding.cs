using System.Collections.Frozen;
using System.Globalization;

namespace Dateline.Evaluation.Records;

/// <summary>Letters and digits outside ASCII and what is left of them when marks are stripped: "é" is "e", "ﬁ" is "fi".</summary>
/// <remarks>
/// Unicode's compatibility decomposition (NFKD, Unicode 14) cut down to lower-case ASCII. The runtime's own
/// normalisation does nothing here, because the program runs without culture data.
/// </remarks>
internal static class AsciiFolding
{
    /// <summary>First the letters left over ("_" parts two words), then the characters they stand for.</summary>
    private const string Table = """
        0 ⁰ ₀ ⓪ U+FF10
        1 ¹ ₁ ⅟ ① U+FF11
        2 ² ₂ ② U+FF12
        3 ³ ₃ ③ U+FF13
        4 ⁴ ₄ ④ U+FF14
        5 ⁵ ₅ ⑤ U+FF15
        6 ⁶ ₆ ⑥ U+FF16
        7 ⁷ ₇ ⑦ U+FF17
        8 ⁸ ₈ ⑧ U+FF18
        9 ⁹ ₉ ⑨ U+FF19
        _ U+00A0 U+00A8 U+00AF U+00B4 U+00B8 U+02D8 U+02D9 U+02DA U+02DB U+02DC U+02DD ͺ U+037E U+0384 U+0385 U+1FBD U+1FBF
        _ U+1FC0 U+1FC1 U+1FCD U+1FCE U+1FCF U+1FDD U+1FDE U+1FDF U+1FED U+1FEE U+1FEF U+1FFD U+1FFE U+2000 U+2001 U+2002 U+2003
        _ U+2004 U+2005 U+2006 U+2007 U+2008 U+2009 U+200A U+2017 U+2024 U+2025 U+2026 U+202F U+203C U+203E U+2047 U+2048 U+2049
        _ U+205F U+207A U+207C U+207D U+207E U+208A U+208C U+208D U+208E U+2260 U+226E U+226F U+2A74 U+2A75 U+2A76 U+3000 U+FE10
        _ U+FE13 U+FE14 U+FE15 U+FE16 U+FE19 U+FE30 U+FE33 U+FE34 U+FE35 U+FE36 U+FE37 U+FE38 U+FE47 U+FE48 U+FE49 U+FE4A U+FE4B
        _ U+FE4C U+FE4D U+FE4E U+FE4F U+FE50 U+FE52 U+FE54 U+FE55 U+FE56 U+FE57 U+FE59 U+FE5A U+FE5B U+FE5C U+FE5F U+FE60 U+FE61
        _ U+FE62 U+FE63 U+FE64 U+FE65 U+FE66 U+FE68 U+FE69 U+FE6A U+FE6B ﹰ ﹲ ﹴ ﹶ ﹸ ﹺ ﹼ ﹾ U+FF01 U+FF02 U+FF03 U+FF04 U+FF05
        _ U+FF06 U+FF07 U+FF08 U+FF09 U+FF0A U+FF0B U+FF0C U+FF0D U+FF0E U+FF0F U+FF1A U+FF1B U+FF1C U+FF1D U+FF1E U+FF1F U+FF20
        _ U+FF3B U+FF3C U+FF3D U+FF3E U+FF3F U+FF40 U+FF5B U+FF5C U+FF5D U+FF5E
        a ª À Á Â Ã Ä Å à á â ã ä å Ā ā Ă ă Ą ą Ǎ ǎ Ǟ ǟ Ǡ ǡ Ǻ ǻ Ȁ ȁ Ȃ ȃ Ȧ ȧ ᴬ ᵃ Ḁ ḁ ẚ Ạ ạ Ả ả Ấ ấ Ầ ầ Ẩ ẩ Ẫ ẫ Ậ ậ Ắ ắ Ằ ằ Ẳ ẳ Ẵ
        a ẵ Ặ ặ ₐ Å U+24B6 U+24D0 Ａ ａ
        b ᴮ ᵇ Ḃ ḃ Ḅ ḅ Ḇ ḇ ℬ U+24B7 U+24D1 Ｂ ｂ
        c Ç ç Ć ć Ĉ ĉ Ċ ċ Č č ᶜ Ḉ ḉ ℂ U+2103 ℭ Ⅽ ⅽ U+24B8 U+24D2 Ｃ ｃ
        d Ď ď ᴰ ᵈ Ḋ ḋ Ḍ ḍ Ḏ ḏ Ḑ ḑ Ḓ ḓ ⅅ ⅆ Ⅾ ⅾ U+24B9 U+24D3 Ｄ ｄ
        e È É Ê Ë è é ê ë Ē ē Ĕ ĕ Ė ė Ę ę Ě ě Ȅ ȅ Ȇ ȇ Ȩ ȩ ᴱ ᵉ Ḕ ḕ Ḗ ḗ Ḙ ḙ Ḛ ḛ Ḝ ḝ Ẹ ẹ Ẻ ẻ Ẽ ẽ Ế ế Ề ề Ể ể Ễ ễ Ệ ệ ₑ ℯ ℰ ⅇ U+24BA
        e U+24D4 Ｅ ｅ
        f ᶠ Ḟ ḟ U+2109 ℱ U+24BB U+24D5 Ｆ ｆ
        g Ĝ ĝ Ğ ğ Ġ ġ Ģ ģ Ǧ ǧ Ǵ ǵ ᴳ ᵍ Ḡ ḡ ℊ U+24BC U+24D6 Ｇ ｇ
        h Ĥ ĥ Ȟ ȟ ʰ ᴴ Ḣ ḣ Ḥ ḥ Ḧ ḧ Ḩ ḩ Ḫ ḫ ẖ ₕ ℋ ℌ ℍ ℎ U+24BD U+24D7 Ｈ ｈ
        i Ì Í Î Ï ì í î ï Ĩ ĩ Ī ī Ĭ ĭ Į į İ Ǐ ǐ Ȉ ȉ Ȋ ȋ ᴵ ᵢ Ḭ ḭ Ḯ ḯ Ỉ ỉ Ị ị ⁱ ℐ ℑ ℹ ⅈ Ⅰ ⅰ U+24BE U+24D8 Ｉ ｉ
        j Ĵ ĵ ǰ ʲ ᴶ ⅉ U+24BF U+24D9 ⱼ Ｊ ｊ
        k Ķ ķ Ǩ ǩ ᴷ ᵏ Ḱ ḱ Ḳ ḳ Ḵ ḵ ₖ K U+24C0 U+24DA Ｋ ｋ
        l Ĺ ĺ Ļ ļ Ľ ľ Ŀ ŀ ˡ ᴸ Ḷ ḷ Ḹ ḹ Ḻ ḻ Ḽ ḽ ₗ ℒ ℓ Ⅼ ⅼ U+24C1 U+24DB Ｌ ｌ
        m ᴹ ᵐ Ḿ ḿ Ṁ ṁ Ṃ ṃ ₘ ℳ Ⅿ ⅿ U+24C2 U+24DC Ｍ ｍ
        n Ñ ñ Ń ń Ņ ņ Ň ň ŉ Ǹ ǹ ᴺ Ṅ ṅ Ṇ ṇ Ṉ ṉ Ṋ ṋ ⁿ ₙ ℕ U+24C3 U+24DD Ｎ ｎ
        o º Ò Ó Ô Õ Ö ò ó ô õ ö Ō ō Ŏ ŏ Ő ő Ơ ơ Ǒ ǒ Ǫ ǫ Ǭ ǭ Ȍ ȍ Ȏ ȏ Ȫ ȫ Ȭ ȭ Ȯ ȯ Ȱ ȱ ᴼ ᵒ Ṍ ṍ Ṏ ṏ Ṑ ṑ Ṓ ṓ Ọ ọ Ỏ ỏ Ố ố Ồ ồ Ổ ổ Ỗ ỗ
        o Ộ ộ Ớ ớ Ờ ờ Ở ở Ỡ ỡ Ợ ợ ₒ ℴ U+24C4 U+24DE Ｏ ｏ
        p ᴾ ᵖ Ṕ ṕ Ṗ ṗ ₚ ℙ U+24C5 U+24DF Ｐ ｐ
        q ℚ U+24C6 U+24E0 Ｑ ｑ
        r Ŕ ŕ Ŗ ŗ Ř ř Ȑ ȑ Ȓ ȓ ʳ ᴿ ᵣ Ṙ ṙ Ṛ ṛ Ṝ ṝ Ṟ ṟ ℛ ℜ ℝ U+24C7 U+24E1 Ｒ ｒ
        s Ś ś Ŝ ŝ Ş ş Š š ſ Ș ș ˢ Ṡ ṡ Ṣ ṣ Ṥ ṥ Ṧ ṧ Ṩ ṩ ẛ ₛ U+24C8 U+24E2 Ｓ ｓ
        t Ţ ţ Ť ť Ț ț ᵀ ᵗ Ṫ ṫ Ṭ ṭ Ṯ ṯ Ṱ ṱ ẗ ₜ U+24C9 U+24E3 Ｔ ｔ
        u Ù Ú Û Ü ù ú û ü Ũ ũ Ū ū Ŭ ŭ Ů ů Ű ű Ų ų Ư ư Ǔ ǔ Ǖ ǖ Ǘ ǘ Ǚ ǚ Ǜ ǜ Ȕ ȕ Ȗ ȗ ᵁ ᵘ ᵤ Ṳ ṳ Ṵ ṵ Ṷ ṷ Ṹ ṹ Ṻ ṻ Ụ ụ Ủ ủ Ứ ứ Ừ ừ Ử ử
        u Ữ ữ Ự ự U+24CA U+24E4 Ｕ ｕ
        v ᵛ ᵥ Ṽ ṽ Ṿ ṿ Ⅴ ⅴ U+24CB U+24E5 ⱽ Ｖ ｖ
        w Ŵ ŵ ʷ ᵂ Ẁ ẁ Ẃ ẃ Ẅ ẅ Ẇ ẇ Ẉ ẉ ẘ U+24CC U+24E6 Ｗ ｗ
        x ˣ Ẋ ẋ Ẍ ẍ ₓ Ⅹ ⅹ U+24CD U+24E7 Ｘ ｘ
        y Ý ý ÿ Ŷ ŷ Ÿ Ȳ ȳ ʸ Ẏ ẏ ẙ Ỳ ỳ Ỵ ỵ Ỷ ỷ Ỹ ỹ U+24CE U+24E8 Ｙ ｙ
        z Ź ź Ż ż Ž ž ᶻ Ẑ ẑ Ẓ ẓ Ẕ ẕ ℤ ℨ U+24CF U+24E9 Ｚ ｚ
        03 ↉
        10 ⑩
        11 ⑪
        12 ½ ⑫
        13 ⅓ ⑬
        14 ¼ ⑭
        15 ⅕ ⑮
        16 ⅙ ⑯
        17 ⅐ ⑰
        18 ⅛ ⑱
        19 ⅑ ⑲
        1_ ⒈
        20 ⑳
        23 ⅔
        25 ⅖
        2_ ⒉
        34 ¾
        35 ⅗
        38 ⅜
        3_ ⒊
        45 ⅘
        4_ ⒋
        56 ⅚
        58 ⅝
        5_ ⒌
        6_ ⒍
        78 ⅞
        7_ ⒎
        8_ ⒏
        9_ ⒐
        dz Ǆ ǅ ǆ Ǳ ǲ ǳ
        ff ﬀ
        fi ﬁ
        fl ﬂ
        ii Ⅱ ⅱ
        ij Ĳ ĳ
        iv Ⅳ ⅳ
        ix Ⅸ ⅸ
        lj Ǉ ǈ ǉ
        nj Ǌ ǋ ǌ
        no U+2116
        rs U+20A8
        sm U+2120
        st ﬅ ﬆ
        tm U+2122
        vi Ⅵ ⅵ
        xi Ⅺ ⅺ
        10_ ⒑
        110 ⅒
        11_ ⒒
        12_ ⒓
        13_ ⒔
        14_ ⒕
        15_ ⒖
        16_ ⒗
        17_ ⒘
        18_ ⒙
        19_ ⒚
        20_ ⒛
        _1_ ⑴
        _2_ ⑵
        _3_ ⑶
        _4_ ⑷
        _5_ ⑸
        _6_ ⑹
        _7_ ⑺
        _8_ ⑻
        _9_ ⑼
        _a_ U+249C
        _b_ U+249D
        _c_ U+249E
        _d_ U+249F
        _e_ U+24A0
        _f_ U+24A1
        _g_ U+24A2
        _h_ U+24A3
        _i_ U+24A4
        _j_ U+24A5
        _k_ U+24A6
        _l_ U+24A7
        _m_ U+24A8
        _n_ U+24A9
        _o_ U+24AA
        _p_ U+24AB
        _q_ U+24AC
        _r_ U+24AD
        _s_ U+24AE
        _t_ U+24AF
        _u_ U+24B0
        _v_ U+24B1
        _w_ U+24B2
        _x_ U+24B3
        _y_ U+24B4
        _z_ U+24B5
        a_c U+2100
        a_s U+2101
        c_o U+2105
        c_u U+2106
        fax U+213B
        ffi ﬃ
        ffl ﬄ
        iii Ⅲ ⅲ
        tel U+2121
        vii Ⅶ ⅶ
        xii Ⅻ ⅻ
        _10_ ⑽
        _11_ ⑾
        _12_ ⑿
        _13_ ⒀
        _14_ ⒁
        _15_ ⒂
        _16_ ⒃
        _17_ ⒄
        _18_ ⒅
        _19_ ⒆
        _20_ ⒇
        viii Ⅷ ⅷ
        """;

    private static readonly FrozenDictionary<char, string> Folded = Read().ToFrozenDictionary();

    /// <summary>Lower-case letters and digits that stand for the character, blanks where it parts words; null when nothing is left.</summary>
    public static string? Fold(char character) => Folded.GetValueOrDefault(character);

    private static Dictionary<char, string> Read()
    {
        var folded = new Dictionary<char, string>();
        foreach (var line in Table.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var part in parts.AsSpan(1)) folded[CharacterOf(part)] = parts[0].Replace('_', ' ');
        }

        return folded;
    }

    private static char CharacterOf(string entry) =>
        entry.StartsWith("U+", StringComparison.Ordinal) ? (char)int.Parse(entry.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) : entry[0];
}
