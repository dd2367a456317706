using System.Globalization;

namespace SmkPortfolio.Web.Demo.Story;

/// <summary>Tells one school: its classes, its people and, through <see cref="EntryTeller"/>, their work.</summary>
internal sealed class SchoolTeller(
    SchoolText school, int year, CommonText common, IReadOnlyDictionary<string, CraftText> crafts, CraftText hero, StoryDice dice, Dictionary<string, int> kinds)
{
    private const string HeroEmail = "murid@demo.sch.id";
    private const string MinorEmail = "murid-muda@demo.sch.id";

    private int told;

    public DemoSchool Tell() => new(
        school.Npsn,
        school.Name,
        school.Address,
        school.City,
        school.Province,
        school.TimeZone,
        [year - 2, year - 1, year],
        [.. school.Classes.Select(c => new DemoClassGroup(c.Key, c.Name, c.Grade, year - c.YearsBack, c.Code, c.Field, c.Homeroom))],
        [.. school.Staff.Select(s => new DemoStaff(s.Key, s.Role, s.Name, s.Position, s.Email, s.Programs, new DateOnly(s.Since, 7, 1)))],
        [.. school.Partners.Select(p => new DemoPartner(p.Key, p.Kind, p.Name, p.Address, p.City, p.Country, p.Mentors))],
        [.. school.Classes.SelectMany(Students)],
        [.. school.Guardians.Select(g => new DemoGuardian(g.Key, g.Name, g.Email, g.Student, g.Relation, g.Consents))]);

    private IEnumerable<DemoStudent> Students(ClassText group)
    {
        var entries = new EntryTeller(school, group, year, common, crafts[group.Set], kinds);
        return group.Students.Select((line, position) => Student(group, line, position, entries)).ToList();
    }

    private DemoStudent Student(ClassText group, string line, int position, EntryTeller entries)
    {
        var parts = line.Split(',', StringSplitOptions.TrimEntries);
        var (name, gender, place) = (parts[0], parts[1], parts[2]);
        var email = parts.Length > 3 ? parts[3] : null;
        var craft = crafts[group.Set];
        var key = $"{group.Key}-{position + 1:00}";
        var serial = ++told;
        var joined = year - group.YearsBack - (group.Grade - 10);
        var birth = Birth(joined, position, email);
        var newcomer = group.Grade == 10 && group.YearsBack == 0;
        IReadOnlyList<DemoEntry> work = newcomer ? [] : email == HeroEmail ? entries.Hero(key, hero) : entries.Tell(key, position);
        var pick = position + (group.YearsBack * 3);
        return new DemoStudent(
            key,
            name,
            gender,
            Nisn(birth, serial),
            $"{joined % 100:00}{school.Npsn[^1]}{serial:000}",
            place,
            birth,
            group.Key,
            new DateOnly(joined, 7, 15),
            group.YearsBack > 0 ? new DateOnly(year, 6, 12) : null,
            email,
            newcomer ? null : Portrait(gender, serial, email),
            newcomer ? new DemoText("") : email == HeroEmail ? hero.Headlines[0] : craft.Headlines[pick % craft.Headlines.Count],
            newcomer ? new DemoText("") : email == HeroEmail ? hero.Summaries[0] : craft.Summaries[pick % craft.Summaries.Count],
            newcomer ? [] : email == HeroEmail ? hero.Skills : Skills(craft, pick),
            newcomer ? [] : Languages(group, pick, email),
            new DemoContact(
                email ?? Mailbox(name, serial),
                $"0812-0000-{1000 + (school.Npsn[^1] - '0') * 200 + serial:0000}",
                $"{common.Streets[serial % common.Streets.Count]} No. {3 + dice.Next(88)}, RT {1 + dice.Next(9):00}/RW {1 + dice.Next(6):00}",
                school.City),
            work);
    }

    /// <summary>The hero is of age all year, the minor under age all year; others are born as their grade has it.</summary>
    private DateOnly Birth(int joined, int position, string? email) => email switch
    {
        HeroEmail => new DateOnly(year - 18, 3, 12),
        MinorEmail => new DateOnly(year - 16, 10, 14),
        _ => new DateOnly(joined - 16, 7, 1).AddDays(dice.Next(330) + (position % 3)),
    };

    private string Nisn(DateOnly birth, int serial) =>
        $"{birth.Year % 1000:000}{(school.Npsn[^1] - '0') * 1_000_000 + ((serial * 7919) % 900_000) + dice.Next(50):0000000}";

    private static string Mailbox(string name, int serial) =>
        string.Join('.', name.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(2).Select(Letters)) + serial.ToString(CultureInfo.InvariantCulture) + "@example.id";

    private static string Letters(string word) => string.Concat(word.Where(char.IsAsciiLetter));

    /// <summary>Odd portraits are boys, even ones girls; the hero and the minor have their own.</summary>
    private static string? Portrait(string gender, int serial, string? email)
    {
        if (serial % 9 == 0 && email is null)
        {
            return null;
        }
        var number = email switch
        {
            HeroEmail => 1,
            MinorEmail => 2,
            _ => gender == "L" ? 3 + (serial * 2 % 22) : 4 + (serial * 2 % 22),
        };
        return $"portrait-{number:00}.jpg";
    }

    private static List<DemoText> Skills(CraftText craft, int pick) =>
        [.. Enumerable.Range(0, 4 + (pick % 3)).Select(i => craft.Skills[(pick * 2 + i) % craft.Skills.Count]).Distinct()];

    private List<DemoLanguage> Languages(ClassText group, int pick, string? email)
    {
        var pools = common.Languages;
        List<LanguageText> told = [pools["mother"][0]];
        if (email == HeroEmail)
        {
            told.AddRange(pools["hero"]);
        }
        else if (group.Grade == 12)
        {
            told.Add(pools["tested"][(pick + group.Key.Length) % pools["tested"].Count]);
        }
        else
        {
            told.Add(pools["learning"][pick % pools["learning"].Count]);
        }
        return [.. told.Select(l => new DemoLanguage(
            l.Language, l.Level, l.Test, l.Result, l.TakenOn is null ? null : DemoStory.DayIn(year - l.YearsAgo, l.TakenOn)))];
    }
}
