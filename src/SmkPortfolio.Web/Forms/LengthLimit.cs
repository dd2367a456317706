using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace SmkPortfolio.Web.Forms;

internal static class LengthLimit
{
    /// <summary>Writes <c>maxlength</c> from the property's StringLength or MaxLength, the smaller if it has both.</summary>
    public static void AddMaxLength(this TagBuilder tag, ModelMetadata metadata)
    {
        var limit = metadata.ValidatorMetadata.Select(rule => rule switch
        {
            StringLengthAttribute text => text.MaximumLength,
            MaxLengthAttribute text => text.Length,
            _ => int.MaxValue,
        }).DefaultIfEmpty(int.MaxValue).Min();
        if (limit is > 0 and < int.MaxValue)
            tag.MergeAttribute("maxlength", limit.ToString(CultureInfo.InvariantCulture));
    }
}
