using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace SmkPortfolio.WebTests.Architecture;

/// <summary>Names of the assemblies that a compiled one refers to, read without loading it.</summary>
internal static class CompiledReferences
{
    public static IReadOnlyList<string> Read(Stream assembly)
    {
        using var reader = new PEReader(assembly);
        var metadata = reader.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }

    /// <summary>A small assembly that refers to the named ones: a deliberate offender.</summary>
    public static Stream Compile(string name, params string[] references)
    {
        var metadata = new MetadataBuilder();
        metadata.AddModule(0, metadata.GetOrAddString(name + ".dll"), metadata.GetOrAddGuid(Guid.CreateVersion7()), default, default);
        metadata.AddAssembly(metadata.GetOrAddString(name), new Version(1, 0), default, default, default, System.Reflection.AssemblyHashAlgorithm.None);
        metadata.AddTypeDefinition(default, default, metadata.GetOrAddString("<Module>"), default,
            MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        foreach (var reference in references)
        {
            metadata.AddAssemblyReference(metadata.GetOrAddString(reference), new Version(1, 0), default, default, default, default);
        }
        var image = new BlobBuilder();
        new ManagedPEBuilder(PEHeaderBuilder.CreateLibraryHeader(), new MetadataRootBuilder(metadata), new BlobBuilder()).Serialize(image);
        return new MemoryStream(image.ToArray());
    }
}
