using System.Buffers;

namespace SmkPortfolio.Pdf.Typesetting;

/// <summary>Which characters may not begin and which may not end a line of kana and kanji.</summary>
internal static class Kinsoku
{
    private static readonly SearchValues<char> CannotStart = SearchValues.Create(
        "、。，．・：；？！゛゜ヽヾゝゞ々〻ー）〕］｝〉》」』】〙〗〟’”»‐゠–〜～?!‼⁇⁈⁉,.:;)]}%"
        + "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯｰ､｡｣･ﾞﾟ％‰℃°′″");

    private static readonly SearchValues<char> CannotEnd = SearchValues.Create("（〔［｛〈《「『【〘〖〝‘“«([{｢＄￥£$¥№");

    /// <summary>May a line end between two characters, at least one of which is kana, kanji or their punctuation?</summary>
    public static bool MayBreak(int before, int after) =>
        !(before <= char.MaxValue && CannotEnd.Contains((char)before))
        && !(after <= char.MaxValue && CannotStart.Contains((char)after))
        && !(before == after && before is '…' or '‥' or '―' or '—');
}
