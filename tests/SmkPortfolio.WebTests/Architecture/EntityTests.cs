using System.Reflection;
using System.Runtime.CompilerServices;

namespace SmkPortfolio.WebTests.Architecture;

/// <summary>Entities are changed by verbs: nobody assigns to them from outside.</summary>
public sealed class EntityTests
{
    [Fact]
    public void No_entity_has_a_public_setter()
    {
        var entities = Entities(Assembly.Load("SmkPortfolio.Domain").GetTypes()).ToList();

        Assert.NotEmpty(entities);
        Assert.Empty(entities.SelectMany(OpenSetters));
    }

    [Fact]
    public void An_entity_with_a_public_setter_is_caught() =>
        Assert.Equal(["Offender.Title"], Entities([typeof(Offender), typeof(NoEntity)]).SelectMany(OpenSetters));

    private static IEnumerable<Type> Entities(IEnumerable<Type> types) =>
        types.Where(type => type is { IsClass: true } && type.GetProperty("Id", BindingFlags.Public | BindingFlags.Instance) is not null);

    private static IEnumerable<string> OpenSetters(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod is { IsPublic: true } setter && !IsInit(setter))
            .Select(property => $"{type.Name}.{property.Name}");

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private sealed class Offender
    {
        public Guid Id { get; init; }

        public string Title { get; set; } = "";

        public string Kept { get; private set; } = "";
    }

    private sealed class NoEntity
    {
        public string Title { get; set; } = "";
    }
}
