using Microsoft.AspNetCore.Mvc.Rendering;
using SmkPortfolio.Web.Forms;

namespace SmkPortfolio.WebTests.Forms;

public class FieldTests
{
    [Fact]
    public async Task A_field_ties_label_hint_error_and_control_together()
    {
        await using var bench = new FormBench();
        bench.State.SetModelValue("Input.Title", "Rak <besi>", "Rak <besi>");
        bench.State.AddModelError("Input.Title", "Terlalu pendek.");
        var field = bench.Render(texts => new TextTagHelper(texts), new() { Title = "lama" }, "Title", ("autocomplete", "off"), ("class", "wide"));
        var input = field.QuerySelector("input")!;
        Assert.Equal("field field-bad wide", field.ClassName);
        Assert.Equal("Input_Title", input.Id);
        Assert.Equal("Input.Title", input.GetAttribute("name"));
        Assert.Equal("Input_Title", field.QuerySelector("label")!.GetAttribute("for"));
        Assert.Equal("Input_Title-hint Input_Title-error", input.GetAttribute("aria-describedby"));
        Assert.Equal("Say what it is.", field.QuerySelector("#Input_Title-hint")!.TextContent);
        Assert.Equal("Galat: Terlalu pendek.", field.QuerySelector("#Input_Title-error")!.TextContent.Trim());
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal("true", input.GetAttribute("aria-required"));
        Assert.Equal("12", input.GetAttribute("maxlength"));
        Assert.Equal("off", input.GetAttribute("autocomplete"));
        Assert.Equal("Rak <besi>", input.GetAttribute("value"));
    }

    [Fact]
    public async Task A_sound_field_carries_no_error_and_an_optional_one_says_so()
    {
        await using var bench = new FormBench();
        var required = bench.Render(texts => new TextTagHelper(texts), new(), "Title");
        var optional = bench.Render(texts => new AreaTagHelper(texts), new() { English = "\nline" }, "English");
        Assert.Null(required.QuerySelector(".error"));
        Assert.False(required.QuerySelector("input")!.HasAttribute("aria-invalid"));
        Assert.Equal("Portofolio", required.QuerySelector("label")!.TextContent);
        Assert.Contains("(opsional)", optional.QuerySelector("label")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("\nline", optional.QuerySelector("textarea")!.TextContent);
        Assert.False(optional.QuerySelector("textarea")!.HasAttribute("aria-describedby"));
    }

    [Fact]
    public async Task A_field_that_may_stay_empty_can_leave_out_the_word_optional()
    {
        await using var bench = new FormBench();
        var search = bench.Render(texts => new TextTagHelper(texts) { Optional = false }, new(), "English");
        Assert.DoesNotContain("opsional", search.TextContent, StringComparison.Ordinal);
        Assert.False(search.QuerySelector("input")!.HasAttribute("aria-required"));
    }

    [Fact]
    public async Task A_password_is_never_written_back()
    {
        await using var bench = new FormBench();
        bench.State.SetModelValue("Input.Password", "secret", "secret");
        var input = bench.Render(texts => new PasswordTagHelper(texts), new() { Password = "secret" }, "Password").QuerySelector("input")!;
        Assert.Equal("password", input.GetAttribute("type"));
        Assert.Equal("current-password", input.GetAttribute("autocomplete"));
        Assert.False(input.HasAttribute("value"));
    }

    [Fact]
    public async Task Days_are_written_for_the_picker_and_numbers_for_the_reader()
    {
        await using var bench = new FormBench();
        var input = new SampleInput { From = new(2026, 8, 1), Hours = 7.5m };
        var day = bench.Render(texts => new DateTagHelper(texts), input, "From").QuerySelector("input")!;
        var number = bench.Render(texts => new NumberTagHelper(texts), input, "Hours").QuerySelector("input")!;
        Assert.Equal(("date", "2026-08-01"), (day.GetAttribute("type"), day.GetAttribute("value")));
        Assert.Equal(("text", "7,5", "decimal"), (number.GetAttribute("type"), number.GetAttribute("value"), number.GetAttribute("inputmode")));
    }

    [Fact]
    public async Task Choices_stand_under_one_legend_and_keep_what_was_chosen()
    {
        await using var bench = new FormBench();
        SelectListItem[] items = [new("Las", "welding"), new("Boga", "cooking") { Group = new() { Name = "dan tata hidang" } }];
        var radios = bench.Render(texts => new RadiosTagHelper(texts) { Items = items }, new() { English = "cooking" }, "English");
        var ticks = bench.Render(texts => new TicksTagHelper(texts) { Items = items }, new() { Units = ["welding", "cooking"] }, "Units");
        var select = bench.Render(texts => new SelectTagHelper(texts) { Items = items, Empty = "Pilih" }, new() { English = "cooking" }, "English");
        Assert.Equal("FIELDSET", radios.TagName);
        Assert.Equal(["Input_English", "Input_English-1"], radios.QuerySelectorAll("input").Select(input => input.Id));
        Assert.Equal("cooking", radios.QuerySelectorAll("input[checked]").Single().GetAttribute("value"));
        Assert.Equal("dan tata hidang", radios.QuerySelector("label[for=Input_English-1] .hint")!.TextContent);
        Assert.Equal(2, ticks.QuerySelectorAll("input[type=checkbox][checked][name='Input.Units']").Length);
        Assert.Equal("cooking", select.QuerySelector("option[selected]")!.GetAttribute("value"));
        Assert.Equal(3, select.QuerySelectorAll("optgroup, option:not(optgroup option)").Length);
    }

    [Fact]
    public async Task A_tick_posts_its_no_as_well()
    {
        await using var bench = new FormBench();
        bench.State.SetModelValue("Input.Agreed", new[] { "true", "false" }, "true,false");
        var field = bench.Render(texts => new CheckTagHelper(texts), new(), "Agreed");
        Assert.True(field.QuerySelector("input[type=checkbox]")!.HasAttribute("checked"));
        Assert.Equal("false", field.QuerySelector("input[type=hidden][name='Input.Agreed']")!.GetAttribute("value"));
        Assert.DoesNotContain("opsional", field.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_are_offered_by_type_and_several_at_once()
    {
        await using var bench = new FormBench();
        var input = bench.Render(texts => new FileTagHelper(texts) { Accept = "image/jpeg", Multiple = true }, new(), "Mail").QuerySelector("[data-drop] input")!;
        Assert.Equal(("file", "image/jpeg"), (input.GetAttribute("type"), input.GetAttribute("accept")));
        Assert.True(input.HasAttribute("multiple"));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("Shoe rack", true)]
    public async Task The_English_half_of_a_pair_is_open_once_it_holds_something(string? english, bool isOpen)
    {
        await using var bench = new FormBench();
        var pair = bench.RenderPair(new() { Title = "Rak", English = english }, "Title", "English");
        Assert.Equal(isOpen, pair.QuerySelector("details")!.HasAttribute("open"));
        Assert.Equal("id", pair.QuerySelector("#Input_Title")!.GetAttribute("lang"));
        Assert.Equal("en", pair.QuerySelector("details #Input_English")!.GetAttribute("lang"));
        Assert.Equal("Dalam bahasa Inggris: Portofolio", pair.QuerySelector("summary")!.TextContent);
    }

    [Fact]
    public async Task The_summary_leads_to_each_field_and_is_silent_when_all_is_well()
    {
        await using var bench = new FormBench();
        Assert.Null(bench.RenderErrors().FirstElementChild);
        bench.State.AddModelError("Input.Title", "Judul belum diisi.");
        bench.State.AddModelError("", "Orang lain sudah mengubahnya.");
        var summary = bench.RenderErrors().FirstElementChild!;
        Assert.Equal(("alert", "-1"), (summary.GetAttribute("role"), summary.GetAttribute("tabindex")));
        Assert.Equal("#Input_Title", summary.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(["Judul belum diisi.", "Orang lain sudah mengubahnya."], summary.QuerySelectorAll("li").Select(line => line.TextContent).Order());
    }
}
