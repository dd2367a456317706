using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Cv;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.Web.Issuing.Batches;

namespace SmkPortfolio.Benchmarks;

/// <summary>
/// How long a school of thousands waits for its papers for abroad: ordered as batches and worked off by the job of the site itself, from rows in
/// SQLite to signed files on disk with credential, log entry and audit event for each. A batch for each overseas format, in equal parts.
/// </summary>
internal static class BatchBenchmark
{
    private static readonly (string Format, string Language)[] Abroad = [("rirekisho", "ja"), ("international", "en"), ("ssw-1-1", "ja"), ("lebenslauf", "de"), ("iryeokseo", "ko"), ("europass", "en"), ("drh", "en")];

    public static async Task RunAsync(int students)
    {
        var watch = Stopwatch.StartNew();
        await using var school = await BatchSchool.OpenAsync(students);
        var opened = watch.Elapsed;
        var formats = Abroad.Where(f => CvFormats.Find(f.Format)?.Languages.Contains(f.Language) == true).Take(5).ToList();
        var steps = new ConcurrentDictionary<string, (int Count, TimeSpan Total)>(StringComparer.Ordinal);
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Papers.StepsName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = step => steps.AddOrUpdate(step.OperationName, (1, step.Duration), (_, was) => (was.Count + 1, was.Total + step.Duration)),
        };
        ActivitySource.AddActivityListener(listener);

        for (var i = 0; i < formats.Count; i++)
        {
            var (format, language) = formats[i];
            var order = new BatchOrder(new PaperOrder(language, [], Photo: false, BirthDate: true, Address: true, Contact: true) { Format = format }, ConfirmedOnly: false);
            var part = school.Students.Where((_, at) => at % formats.Count == i).Select(s => new BatchStudent(s.PersonId, s.ClassName)).ToList();
            await school.InAsync((_, services) => services.GetRequiredService<PaperBatches>().OrderAsync(school.SchoolId, format, order, part, new Change(school.Staff, DateTime.UtcNow), CancellationToken.None));
        }
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        watch.Restart();
        await school.Services.GetRequiredService<BatchWork>().RunAsync(CancellationToken.None);
        var took = watch.Elapsed;
        var processor = Process.GetCurrentProcess().TotalProcessorTime - before;

        var (papers, failed, bytes, lines) = (0, new Dictionary<string, int>(), 0L, 0);
        await school.InAsync(async (db, _) =>
        {
            papers = await db.CvDocuments.CountAsync();
            bytes = await db.CvDocuments.SumAsync(c => c.PdfSize);
            lines = await db.Set<CvLine>().CountAsync();
            failed = await db.PaperBatchItems.Where(i => i.State != BatchItemState.Done).GroupBy(i => i.Reason).ToDictionaryAsync(g => g.Key, g => g.Count());
        });
        var files = Directory.EnumerateFiles(school.EvidenceFolder, "*", SearchOption.AllDirectories).Count() - 1;
        if (papers != students || files != papers)
        {
            throw new InvalidDataException(FormattableString.Invariant($"{papers} papers and {files} files for {students} students: {string.Join(", ", failed.Select(f => $"{f.Key} {f.Value}"))}"));
        }
        Report(formats, students, opened, took, processor, bytes, lines, steps);
    }

    private static void Report(
        List<(string Format, string Language)> formats, int students, TimeSpan opened, TimeSpan took, TimeSpan processor, long bytes, int lines, ConcurrentDictionary<string, (int Count, TimeSpan Total)> steps)
    {
        Console.WriteLine(FormattableString.Invariant($"{"step",-28}{"times",9}{"seconds",10}{"ms each",10}"));
        foreach (var (name, (count, total)) in steps.OrderByDescending(s => s.Value.Total))
        {
            Console.WriteLine(FormattableString.Invariant($"{name,-28}{count,9}{total.TotalSeconds,10:F1}{total.TotalMilliseconds / count,10:F2}"));
        }
        Console.WriteLine("gather, make, store and save are a chunk's one after the other, two chunks at once; the steps of one paper run side by side within make");
        Console.WriteLine(FormattableString.Invariant($"school made in {opened.TotalSeconds:F0} s: {students} students with three truly signed confirmations each and two lines of own word"));
        Console.WriteLine(FormattableString.Invariant($"{students} papers ({string.Join(", ", formats.Select(f => f.Format + " " + f.Language))}), {(double)lines / students:F1} lines and {bytes / 1e3 / students:F0} KB each:"));
        Console.WriteLine(FormattableString.Invariant($"{took.TotalSeconds:F1} s, {students / took.TotalSeconds:F0} papers/s, {processor.TotalSeconds / took.TotalSeconds:F2} of {Environment.ProcessorCount} processors busy, peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} MB"));
        var figures = new
        {
            benchmark = "batch",
            students,
            formats = formats.Select(f => f.Format),
            seconds = Math.Round(took.TotalSeconds, 1),
            perSecond = Math.Round(students / took.TotalSeconds),
            processorSeconds = Math.Round(processor.TotalSeconds, 1),
            kilobytesEach = Math.Round(bytes / 1e3 / students, 1),
            schoolSeconds = Math.Round(opened.TotalSeconds),
            steps = steps.ToDictionary(s => s.Key, s => Math.Round(s.Value.Total.TotalSeconds, 1)),
        };
        Console.WriteLine("figures: " + JsonSerializer.Serialize(figures, JsonSerializerOptions.Web));
    }
}
