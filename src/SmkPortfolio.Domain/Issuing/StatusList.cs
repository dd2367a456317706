namespace SmkPortfolio.Domain.Issuing;

/// <summary>A revocation list of one issuer: one bit for each credential, at random places.</summary>
public sealed class StatusList
{
    /// <summary>Entries in a list, the least that the standard allows.</summary>
    public const int Length = 131_072;

    private StatusList()
    {
    }

    public Guid Id { get; private set; }
    public Guid IssuerId { get; private set; }
    public int Number { get; private set; }

    /// <summary>Index 0 is the left-most bit.</summary>
    public byte[] Bits { get; private set; } = [];

    public byte[] Signed { get; private set; } = [];
    public DateTime SignedAt { get; private set; }
    public int Version { get; private set; }

    public static StatusList Open(Guid id, Guid issuerId, int number) => new() { Id = id, IssuerId = issuerId, Number = number, Bits = new byte[Length / 8], Version = 1 };

    public bool IsSet(int index) => (Bits[index / 8] & (0x80 >> (index % 8))) != 0;

    /// <summary>Sets a bit for ever.</summary>
    public void Set(int index)
    {
        var bits = (byte[])Bits.Clone();
        bits[index / 8] |= (byte)(0x80 >> (index % 8));
        Bits = bits;
        Version++;
    }

    public IEnumerable<int> SetBits()
    {
        for (var i = 0; i < Length; i++)
        {
            if (Bits[i / 8] == 0)
            {
                i += 7 - (i % 8);
            }
            else if (IsSet(i))
            {
                yield return i;
            }
        }
    }

    public void Publish(byte[] signed, DateTime at)
    {
        (Signed, SignedAt) = (signed, at);
        Version++;
    }
}

/// <summary>A taken place in a list, written by <c>AppDb.TakePlacesAsync</c>; the key makes two credentials with one index impossible.</summary>
public sealed class StatusEntry
{
    private StatusEntry()
    {
    }

    public Guid ListId { get; private set; }
    public int Index { get; private set; }
}
