using System.Reflection;

namespace SmkPortfolio.Domain.Entries;

/// <summary>How much an entry needs a field.</summary>
public enum FieldNeed
{
    Optional,

    /// <summary>Listed gently as missing; does not stop anything.</summary>
    Recommended,

    /// <summary>Must be there before the entry can be submitted.</summary>
    Required,
}

public enum FieldType
{
    Text,
    Bilingual,
    Date,
    Number,
    Choice,
}

/// <summary>The rule of one field of an <see cref="EntryDetail"/>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FieldAttribute(int order) : Attribute
{
    public int Order { get; } = order;

    /// <summary>Longest text, in characters (UTF-16 units).</summary>
    public int Max { get; set; } = 200;

    public int Least { get; set; } = int.MinValue;
    public int Most { get; set; } = int.MaxValue;
    public FieldNeed Need { get; set; }

    /// <summary>One of the fields of the two-field fast path.</summary>
    public bool Quick { get; set; }

    /// <summary>Several lines.</summary>
    public bool Area { get; set; }

    /// <summary>Name of the date this one may not precede.</summary>
    public string? NotBefore { get; set; }

    public bool MayBeFuture { get; set; }

    /// <summary>An http or https address.</summary>
    public bool Link { get; set; }

    /// <summary>SKKNI unit codes, one per line.</summary>
    public bool Codes { get; set; }

    /// <summary>An ISO 3166 two-letter code.</summary>
    public bool Country { get; set; }
}

/// <summary>One field of a kind, read once from the record's property.</summary>
public sealed class Field
{
    private readonly PropertyInfo property;

    internal Field(PropertyInfo property, FieldAttribute rule)
    {
        this.property = property;
        Rule = rule;
        Name = char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        Type = type == typeof(Text.Bilingual) ? FieldType.Bilingual
            : type == typeof(string) ? FieldType.Text
            : type == typeof(DateOnly) ? FieldType.Date
            : type == typeof(int) ? FieldType.Number
            : type.IsEnum ? FieldType.Choice
            : throw new NotSupportedException($"A field of type {type} is not known.");
        Choices = type.IsEnum ? Enum.GetNames(type) : [];
    }

    /// <summary>camelCase; the English half of a bilingual field is <c>name.en</c>.</summary>
    public string Name { get; }

    public FieldType Type { get; }
    public FieldAttribute Rule { get; }
    public IReadOnlyList<string> Choices { get; }

    internal object? Get(EntryDetail detail) => property.GetValue(detail);

    internal void Set(EntryDetail detail, object? value) => property.SetValue(detail, value);

    internal object Choice(string name) => Enum.Parse(Nullable.GetUnderlyingType(property.PropertyType)!, name);
}
