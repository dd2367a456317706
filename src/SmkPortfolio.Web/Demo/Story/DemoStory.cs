using System.Globalization;

namespace SmkPortfolio.Web.Demo.Story;

/// <summary>Tells the demo's story: a pure function of a seed and the academic year.</summary>
public static class DemoStory
{
    /// <summary>The seed of the demo that everybody sees.</summary>
    public const int UsualSeed = 1;

    /// <summary>The sets of texts, one file each.</summary>
    private static readonly string[] Crafts = ["welding", "culinary", "network", "software", "hospitality", "electrical", "motorcycle", "fashion", "design"];

    /// <summary>
    /// Tells the story. Two days of one academic year hear the same one: all fixed days lie before that year began, and recent steps
    /// are counted back from the day of seeding.
    /// </summary>
    public static DemoStoryContent Tell(int seed, DateOnly today)
    {
        var year = today.Month >= 7 ? today.Year : today.Year - 1;
        var people = StoryTexts.Read<PeopleText>("people");
        var common = StoryTexts.Read<CommonText>("common");
        var crafts = Crafts.ToDictionary(c => c, StoryTexts.Read<CraftText>);
        var hero = StoryTexts.Read<CraftText>("hero");
        var dice = new StoryDice(seed);
        var kinds = new Dictionary<string, int>();
        var schools = people.Schools
            .Select(s => new SchoolTeller(s, year, common, crafts, hero, dice, kinds).Tell())
            .ToList();
        return new DemoStoryContent(seed, year, schools, people.Outsiders, StoryTexts.Read<DemoPapers>("papers"));
    }

    /// <summary>Reads a month and day, <c>MM-dd</c>, within the academic year that began in <paramref name="year"/>.</summary>
    internal static DateOnly DayIn(int year, string monthAndDay)
    {
        var month = int.Parse(monthAndDay.AsSpan(0, 2), CultureInfo.InvariantCulture);
        return new DateOnly(month >= 7 ? year : year + 1, month, int.Parse(monthAndDay.AsSpan(3), CultureInfo.InvariantCulture));
    }
}
