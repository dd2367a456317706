using Microsoft.Playwright;
using SmkPortfolio.BrowserTests.Browsing;
using SmkPortfolio.BrowserTests.Hosting;
using SmkPortfolio.BrowserTests.Journeys;
using SmkPortfolio.Tests;

namespace SmkPortfolio.BrowserTests;

/// <summary>A student puts photos in order on a phone, and looks through them.</summary>
public sealed class GalleryTests(Chromium chromium, Site site)
{
    private const string Item = "ol.files > li";

    [Theory]
    [InlineData(Device.Phone)]
    [InlineData(Device.Desktop)]
    public async Task A_photo_is_dragged_to_its_place_and_the_order_is_saved_with_the_form(Device device)
    {
        await using var visitor = await chromium.VisitAsync(site.Origin, device);
        var entry = await WriteAsync(visitor);
        var names = await NamesAsync(visitor);
        Visitor.Expect(await visitor.AxeAsync());
        Assert.Equal(0, await visitor.OverflowAsync());

        await DragAsync(visitor, device, names[2]);

        Assert.Equal([names[2], names[0], names[1]], await NamesAsync(visitor));
        await Assertions.Expect(visitor.Page.Locator("[data-sort-status]")).ToHaveTextAsync($"{names[2]} sekarang urutan 1 dari 3.");
        await SaveAsync(visitor, entry);
        await visitor.GoAsync($"/entries/{entry}/edit");
        Assert.Equal([names[2], names[0], names[1]], await NamesAsync(visitor));
        Visitor.Expect(visitor.Complaints);
    }

    [Fact]
    public async Task The_keyboard_moves_a_photo_and_stays_on_its_button()
    {
        await using var visitor = await chromium.VisitAsync(site.Origin);
        var entry = await WriteAsync(visitor);
        var names = await NamesAsync(visitor);
        await visitor.Page.Locator("[name^='alt.']").Last.FillAsync("Belum disimpan");
        var up = visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Naikkan " + names[2] });

        await up.FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(up).ToBeFocusedAsync();
        Assert.Equal([names[2], names[0], names[1]], await NamesAsync(visitor));
        await SaveAsync(visitor, entry);
        Assert.Equal("Belum disimpan", await visitor.Page.Locator(".gallery img").First.GetAttributeAsync("alt"));
    }

    [Fact]
    public async Task The_pictures_are_looked_through_forward_and_back_without_script()
    {
        await using var visitor = await chromium.VisitAsync(site.Origin, script: false);
        var entry = await WriteAsync(visitor, script: false);
        await visitor.GoAsync($"/entries/{entry}");
        await visitor.Page.Locator(".gallery a").First.FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visitor.Page.Locator("#seen")).ToHaveTextAsync("Gambar 1 dari 3");

        await visitor.PressAsync("a[rel=next]");
        await Assertions.Expect(visitor.Page.Locator("#seen")).ToHaveTextAsync("Gambar 2 dari 3");
        await visitor.PressAsync(".gallery.small a >> nth=1");
        await Assertions.Expect(visitor.Page.Locator(".pair img")).ToHaveCountAsync(2);
        await visitor.Page.GoBackAsync();
        await Assertions.Expect(visitor.Page.Locator(".viewer img")).ToHaveCountAsync(1);
        await visitor.Page.GoBackAsync();
        await Assertions.Expect(visitor.Page.Locator("#seen")).ToHaveTextAsync("Gambar 1 dari 3");
        await visitor.Page.GoBackAsync();
        await Assertions.Expect(visitor.Page.Locator(".gallery a")).ToHaveCountAsync(3);
        Visitor.Expect(visitor.Complaints);
    }

    [Fact]
    public async Task One_picture_and_two_side_by_side_are_clean_on_the_phone_in_both_languages()
    {
        foreach (var language in new[] { "id-ID", "en-GB" })
        {
            await using var visitor = await chromium.VisitAsync(site.Origin, language: language);
            var entry = await WriteAsync(visitor);
            await visitor.Page.Locator("select[name^='pair.']").Nth(0).SelectOptionAsync("before");
            await visitor.Page.Locator("select[name^='pair.']").Nth(1).SelectOptionAsync("after");
            await SaveAsync(visitor, entry);
            await Assertions.Expect(visitor.Page.Locator(".pair img")).ToHaveCountAsync(2);
            Visitor.Expect(await visitor.AxeAsync());
            Assert.Equal(0, await visitor.OverflowAsync());
            // On a phone too the two are seen at once; each leads to the large one.
            var tops = await visitor.Page.Locator(".pair figure").EvaluateAllAsync<float[]>("all => all.map(one => one.getBoundingClientRect().top)");
            Assert.Equal(tops[0], tops[1]);

            await visitor.PressAsync(".gallery a");
            Visitor.Expect(await visitor.AxeAsync());
            Assert.Equal(0, await visitor.OverflowAsync());
            await visitor.PressAsync(".gallery.small a >> nth=0");
            Visitor.Expect(await visitor.AxeAsync());
            Assert.Equal(0, await visitor.OverflowAsync());
            Visitor.Expect(visitor.Complaints);
        }
    }

    /// <summary>An entry with three photos, its form open.</summary>
    private static async Task<string> WriteAsync(Visitor visitor, bool script = true)
    {
        var student = new Student(visitor);
        await student.SignInAsync();
        var entry = await student.WriteEntryAsync("Rak sepatu", "Memotong dan mengelas.");
        var bare = File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "SmkPortfolio.WebTests", "Data", "EvidenceFiles", "Files", "bare.jpg"));
        await visitor.Page.Locator("input[name=Files]").SetInputFilesAsync(new[] { "dua.jpg", "tiga.jpg" }.Select(name => new FilePayload { Name = name, MimeType = "image/jpeg", Buffer = bare }));
        if (!script)
        {
            await SaveAsync(visitor, entry);
            await visitor.GoAsync($"/entries/{entry}/edit");
        }
        await Assertions.Expect(visitor.Page.Locator(Item)).ToHaveCountAsync(3, new() { Timeout = 30_000 });
        await Assertions.Expect(visitor.Page.Locator(".uploads li")).ToHaveCountAsync(0);
        return entry;
    }

    private static async Task SaveAsync(Visitor visitor, string entry)
    {
        await visitor.PressAsync("form[data-autosave] .button:not([name]):not(.visually-hidden)");
        await visitor.Page.WaitForURLAsync($"**/entries/{entry}");
    }

    private static Task<string[]> NamesAsync(Visitor visitor) => visitor.Page.Locator(Item).EvaluateAllAsync<string[]>("all => all.map(one => one.dataset.name)");

    /// <summary>Presses the last item's handle and pulls it to the upper edge, by finger or by mouse, until it is the first.</summary>
    private static async Task DragAsync(Visitor visitor, Device device, string name)
    {
        var grip = visitor.Page.Locator($"{Item} [data-sort-grip]").Last;
        await grip.ScrollIntoViewIfNeededAsync();
        var box = await grip.BoundingBoxAsync() ?? throw new InvalidOperationException("The handle is not to be seen.");
        var (x, y) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        var first = Assertions.Expect(visitor.Page.Locator(Item).First);
        if (device == Device.Desktop)
        {
            await visitor.Page.Mouse.MoveAsync(x, y);
            await visitor.Page.Mouse.DownAsync();
            await visitor.Page.Mouse.MoveAsync(x, 10, new() { Steps = 8 });
            await first.ToHaveAttributeAsync("data-name", name);
            await visitor.Page.Mouse.UpAsync();
            return;
        }
        var finger = await visitor.Page.Context.NewCDPSessionAsync(visitor.Page);
        await TouchAsync(finger, "touchStart", (x, y));
        for (var step = 1; step <= 8; step++)
        {
            await TouchAsync(finger, "touchMove", (x, y + ((10 - y) * step / 8)));
        }
        await first.ToHaveAttributeAsync("data-name", name);
        await TouchAsync(finger, "touchEnd");
    }

    private static Task TouchAsync(ICDPSession finger, string type, params (float X, float Y)[] points) => finger.SendAsync("Input.dispatchTouchEvent",
        new Dictionary<string, object> { ["type"] = type, ["touchPoints"] = points.Select(p => new Dictionary<string, object> { ["x"] = p.X, ["y"] = p.Y }).ToArray() });
}
