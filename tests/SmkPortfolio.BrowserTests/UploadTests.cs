using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SmkPortfolio.BrowserTests.Browsing;
using SmkPortfolio.BrowserTests.Hosting;
using SmkPortfolio.BrowserTests.Journeys;
using SmkPortfolio.Tests;
using SmkPortfolio.WebTests.Outages;

namespace SmkPortfolio.BrowserTests;

/// <summary>A student sends photos from a cheap phone over a line that breaks.</summary>
public sealed partial class UploadTests(Chromium chromium, Site site)
{
    private const string Waiting = "Menunggu jaringan. Nanti lanjut sendiri.";
    private const int Slow = 400 * 1024;
    private const int ScriptBudget = 15 * 1024;

    [Fact]
    public async Task Several_files_arrive_by_themselves_and_typed_text_stays()
    {
        await using var visitor = await OpenAsync();
        await visitor.Page.Locator("[name='f.result']").FillAsync("Belum disimpan");
        await visitor.Page.Locator("[name^='caption.']").First.FillAsync("Keterangan lama");

        await PickAsync(visitor, Noise("satu.jpg", 300_000), Noise("dua.jpg", 300_000), Noise("tiga.jpg", 300_000));

        await Assertions.Expect(visitor.Page.Locator("ol.files li")).ToHaveCountAsync(4);
        await Assertions.Expect(visitor.Page.Locator(".uploads li")).ToHaveCountAsync(0);
        await Assertions.Expect(visitor.Page.Locator("[data-files] .hint")).ToContainTextAsync("4 dari 20 berkas");
        await Assertions.Expect(visitor.Page.Locator("[data-upload] [role=status]")).ToHaveTextAsync(Arrived());
        Assert.Equal("Belum disimpan", await visitor.Page.Locator("[name='f.result']").InputValueAsync());
        Assert.Equal("Keterangan lama", await visitor.Page.Locator("[name^='caption.']").First.InputValueAsync());
        Assert.Equal(0, await visitor.Page.Locator("ol.files li").First.Locator("button[value^='down:'][disabled]").CountAsync());
        Visitor.Expect(await visitor.AxeAsync());
        // The form goes on from the version that the files made: saving is no conflict, and brings everything along.
        await visitor.PressAsync("form[data-autosave] .button:not([name]):not(.visually-hidden)");
        await visitor.Page.WaitForURLAsync(EntryPage());
        await Assertions.Expect(visitor.Page.Locator("main")).ToContainTextAsync("Belum disimpan");
        await Assertions.Expect(visitor.Page.Locator("main")).ToContainTextAsync("Keterangan lama");
        Visitor.Expect(visitor.Complaints);
    }

    [Fact]
    public async Task A_broken_line_is_waited_for_and_the_file_goes_on_where_it_was()
    {
        await using var line = new Relay(new IPEndPoint(IPAddress.Loopback, new Uri(site.Origin).Port));
        await using var visitor = await OpenAsync(origin: $"http://localhost:{line.Port}");
        var network = await NetworkAsync(visitor);
        var parts = Parts(visitor);
        await PickAsync(visitor, Noise("putus.jpg", 12_000_000));
        await HalfWayAsync(visitor);
        Visitor.Expect(await visitor.AxeAsync());
        Assert.Equal(0, await visitor.OverflowAsync());

        line.Cut();
        await Assertions.Expect(visitor.Page.Locator(".uploads [data-line]")).ToHaveTextAsync(Waiting);
        Visitor.Expect(await visitor.AxeAsync());
        line.Mend();
        await SetAsync(network, offline: false, bytesPerSecond: -1);

        await Assertions.Expect(visitor.Page.Locator("ol.files li")).ToHaveCountAsync(2);
        Assert.Contains(parts, offset => offset > 0);
        Assert.Equal(12_000_000, await LengthAsync(visitor));
    }

    [Fact]
    public async Task A_file_that_arrived_while_the_server_went_away_joins_the_list_once_it_is_back()
    {
        await using var visitor = await OpenAsync();
        var asked = 0;
        await visitor.Page.RouteAsync("**/edit", route => ++asked == 1 ? route.AbortAsync("connectionrefused") : asked == 2 ? route.FulfillAsync(new() { Status = 503 }) : route.ContinueAsync());

        await PickAsync(visitor, Noise("tiba.jpg", 300_000));

        await Assertions.Expect(visitor.Page.Locator("ol.files li")).ToHaveCountAsync(2);
        Assert.Equal(3, asked);
    }

    [Fact]
    public async Task A_reload_in_the_middle_loses_nothing()
    {
        await using var visitor = await OpenAsync();
        var network = await NetworkAsync(visitor);
        await PickAsync(visitor, Noise("muat-ulang.jpg", 4_000_000));
        await HalfWayAsync(visitor);

        await visitor.Page.ReloadAsync();
        await Assertions.Expect(visitor.Page.Locator(".uploads b")).ToHaveTextAsync("muat-ulang.jpg");
        await SetAsync(network, offline: false, bytesPerSecond: -1);

        await Assertions.Expect(visitor.Page.Locator("ol.files li")).ToHaveCountAsync(2);
        Assert.Equal(4_000_000, await LengthAsync(visitor));
        await visitor.Page.ReloadAsync();
        await Assertions.Expect(visitor.Page.Locator("ol.files li")).ToHaveCountAsync(2);
        await Assertions.Expect(visitor.Page.Locator(".uploads li")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_server_that_dies_and_comes_back_gets_the_rest()
    {
        await using var visitor = await OpenAsync();
        var network = await NetworkAsync(visitor);
        await PickAsync(visitor, Noise("mati.jpg", 6_000_000));
        await HalfWayAsync(visitor);

        await site.KillAsync();
        await Assertions.Expect(visitor.Page.Locator(".uploads [data-line]")).ToHaveTextAsync(Waiting);
        await site.StartAgainAsync();
        await SetAsync(network, offline: false, bytesPerSecond: -1);

        await Assertions.Expect(visitor.Page.Locator("ol.files li")).ToHaveCountAsync(2, new() { Timeout = 60_000 });
        Assert.Equal(6_000_000, await LengthAsync(visitor));
    }

    [Fact]
    public async Task A_cancelled_file_is_gone_and_the_keyboard_stays_where_it_can_pick_another()
    {
        await using var visitor = await OpenAsync();
        await NetworkAsync(visitor);
        await PickAsync(visitor, Noise("batal.jpg", 4_000_000));
        await HalfWayAsync(visitor);
        var deleted = visitor.Page.WaitForResponseAsync(answer => answer.Request.Method == "DELETE");

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Batalkan batal.jpg" }).FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");

        Assert.Equal(204, (await deleted).Status);
        await Assertions.Expect(visitor.Page.Locator(".uploads li")).ToHaveCountAsync(0);
        await Assertions.Expect(visitor.Page.Locator("[data-upload] [role=status]")).ToHaveTextAsync("batal.jpg dibatalkan.");
        Assert.Equal("Files", await visitor.Page.EvaluateAsync<string>("document.activeElement.name"));
        await visitor.Page.ReloadAsync();
        await Assertions.Expect(visitor.Page.Locator("ol.files li")).ToHaveCountAsync(1);
        await Assertions.Expect(visitor.Page.Locator(".uploads li")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_file_that_is_not_taken_says_why_and_the_others_arrive()
    {
        await using var visitor = await OpenAsync();

        await PickAsync(visitor, new FilePayload { Name = "gambar.jpg", MimeType = "image/jpeg", Buffer = "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray() }, Noise("baik.jpg", 200_000));

        await Assertions.Expect(visitor.Page.Locator(".uploads .error")).ToContainTextAsync("Apa pun namanya");
        await Assertions.Expect(visitor.Page.Locator("ol.files li")).ToHaveCountAsync(2);
        Visitor.Expect(await visitor.AxeAsync());
        Assert.Equal(0, await visitor.OverflowAsync());
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Tutup pesan tentang gambar.jpg" }).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator(".uploads li")).ToHaveCountAsync(0);
        await visitor.Page.ReloadAsync();
        await Assertions.Expect(visitor.Page.Locator(".uploads li")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_large_picture_is_made_smaller_before_it_is_sent_and_says_so()
    {
        await using var visitor = await OpenAsync();
        var network = await NetworkAsync(visitor);
        await SetAsync(network, offline: true);
        // As cameras write it: lying, with the word that it stands.
        await PickAsync(visitor, new FilePayload { Name = "kamera.jpg", MimeType = "image/jpeg", Buffer = await CameraAsync(visitor) });

        await Assertions.Expect(visitor.Page.Locator(".uploads [data-size]")).ToHaveTextAsync(Smaller());
        Assert.Equal(0, await visitor.OverflowAsync());
        await SetAsync(network, offline: false, bytesPerSecond: -1);

        await Assertions.Expect(visitor.Page.Locator("ol.files li")).ToHaveCountAsync(2);
        var shown = await visitor.Page.EvaluateAsync<JsonElement>("""
            async () => { const picture = new Image(); picture.src = document.querySelector('ol.files li:last-child img').src; await picture.decode();
              return { width: picture.naturalWidth, height: picture.naturalHeight }; }
            """);
        Assert.Equal((1920, 2560), (shown.GetProperty("width").GetInt32(), shown.GetProperty("height").GetInt32()));
    }

    [Fact]
    public async Task Without_script_the_form_sends_the_file()
    {
        await using var visitor = await OpenAsync(script: false);

        await PickAsync(visitor, Noise("polos.jpg", 100_000));
        await visitor.PressAsync("form[data-autosave] .button:not([name]):not(.visually-hidden)");
        await visitor.Page.WaitForURLAsync(EntryPage());

        await visitor.GoAsync(new Uri(visitor.Page.Url).AbsolutePath + "/edit");
        await Assertions.Expect(visitor.Page.Locator("ol.files li")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task The_page_keeps_its_weight_of_scripts()
    {
        await using var visitor = await OpenAsync();
        var scripts = await visitor.Page.Locator("script[src]").EvaluateAllAsync<string[]>("all => all.map(one => one.src)");
        using var client = new HttpClient();
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip, br");

        var weight = 0;
        foreach (var script in scripts)
        {
            weight += (await client.GetByteArrayAsync(script)).Length;
        }

        Assert.InRange(weight, 1, ScriptBudget);
    }

    /// <summary>The student at an entry of their own with one photo, ready to add more.</summary>
    private async Task<Visitor> OpenAsync(bool script = true, string? origin = null)
    {
        var visitor = await chromium.VisitAsync(origin ?? site.Origin, script: script);
        var student = new Student(visitor);
        await student.SignInAsync();
        var entry = await student.WriteEntryAsync("Rak sepatu", "Memotong dan mengelas.");
        await visitor.GoAsync($"/entries/{entry}/edit");
        return visitor;
    }

    private static Task PickAsync(Visitor visitor, params FilePayload[] files) => visitor.Page.Locator("input[name=Files]").SetInputFilesAsync(files);

    private static Task HalfWayAsync(Visitor visitor) => visitor.Page.WaitForFunctionAsync("() => document.querySelector('.uploads progress')?.value > 500000");

    /// <summary>Where each part that is sent begins.</summary>
    private static List<long> Parts(Visitor visitor)
    {
        List<long> parts = [];
        visitor.Page.Request += (_, request) =>
        {
            if (request.Method == "PATCH")
            {
                parts.Add(long.Parse(request.Headers["upload-offset"], System.Globalization.CultureInfo.InvariantCulture));
            }
        };
        return parts;
    }

    /// <summary>The phone's line, made slow.</summary>
    private static async Task<ICDPSession> NetworkAsync(Visitor visitor)
    {
        var network = await visitor.Page.Context.NewCDPSessionAsync(visitor.Page);
        await network.SendAsync("Network.enable");
        await SetAsync(network, offline: false);
        return network;
    }

    private static Task SetAsync(ICDPSession network, bool offline, int bytesPerSecond = Slow) =>
        network.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object> { ["offline"] = offline, ["latency"] = 0, ["downloadThroughput"] = -1, ["uploadThroughput"] = bytesPerSecond });

    private static Task<int> LengthAsync(Visitor visitor) => visitor.Page.EvaluateAsync<int>(
        "async () => (await (await fetch(document.querySelector('ol.files li:last-child img').src.split('?')[0])).arrayBuffer()).byteLength");

    /// <summary>A small picture with so many bytes of data: to be sent as it is.</summary>
    private static FilePayload Noise(string name, int length)
    {
        var bare = File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "SmkPortfolio.WebTests", "Data", "EvidenceFiles", "Files", "bare.jpg"));
        var picture = new byte[length];
        bare.AsSpan(..^2).CopyTo(picture);
        var data = picture.AsSpan((bare.Length - 2)..^2);
        new Random(length + name.Length).NextBytes(data);
        data.Replace((byte)0xFF, (byte)0x7F);
        (picture[^2], picture[^1]) = (0xFF, 0xD9);
        return new FilePayload { Name = name, MimeType = "image/jpeg", Buffer = picture };
    }

    /// <summary>4000 × 3000 pixels, lying, with an orientation that makes it 3000 × 4000.</summary>
    private static async Task<byte[]> CameraAsync(Visitor visitor)
    {
        var drawn = await visitor.Page.EvaluateAsync<string>("""
            async () => {
              const canvas = document.createElement('canvas'); canvas.width = 4000; canvas.height = 3000;
              const pen = canvas.getContext('2d');
              for (let i = 0; i < 4000; i++) { pen.fillStyle = `hsl(${i % 360} 70% 50%)`; pen.fillRect((i * 97) % 4000, (i * 61) % 3000, 60, 40); }
              return canvas.toDataURL('image/jpeg', .95).split(',')[1];
            }
            """);
        var jpeg = Convert.FromBase64String(drawn);
        byte[] orientation = [.. "Exif\0\0"u8, .. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0];
        return [.. jpeg[..2], 0xFF, 0xE1, 0, (byte)(orientation.Length + 2), .. orientation, .. jpeg[2..]];
    }

    [GeneratedRegex("(satu|dua|tiga)\\.jpg sudah sampai\\.")]
    private static partial Regex Arrived();

    [GeneratedRegex("^[0-9,]+\\s(kB|MB), diperkecil: [0-9,]+\\s(kB|MB)$")]
    private static partial Regex Smaller();

    [GeneratedRegex("/entries/[0-9a-f-]+$")]
    private static partial Regex EntryPage();
}
