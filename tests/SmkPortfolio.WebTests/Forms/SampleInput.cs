using System.ComponentModel.DataAnnotations;

namespace SmkPortfolio.WebTests.Forms;

/// <summary>One property for every kind of field.</summary>
internal sealed class SampleInput
{
    [Display(Name = "Portfolio", Description = "Say what it is.")]
    [Required]
    [StringLength(12)]
    public string Title { get; set; } = "";

    [StringLength(12, MinimumLength = 3)]
    public string? English { get; set; }

    public DateOnly? From { get; set; }

    [Range(1, 24)]
    public decimal? Hours { get; set; }

    public int Count { get; set; }

    [EmailAddress]
    public string? Mail { get; set; }

    [DataType(DataType.Password)]
    public string? Password { get; set; }

    public bool Agreed { get; set; }

    public string[] Units { get; set; } = [];
}
