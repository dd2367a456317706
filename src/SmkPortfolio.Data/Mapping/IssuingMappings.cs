using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.Text;

namespace SmkPortfolio.Data.Mapping;

internal sealed class IssuerMapping : IEntityTypeConfiguration<Issuer>
{
    public void Configure(EntityTypeBuilder<Issuer> builder)
    {
        builder.HasIndex(i => i.Did).IsUnique();
        builder.HasIndex(i => new { i.SchoolId, i.PersonId, i.Role });
    }
}

internal sealed class IssuerKeyMapping : IEntityTypeConfiguration<IssuerKey>
{
    public void Configure(EntityTypeBuilder<IssuerKey> builder)
    {
        builder.HasIndex(k => k.Multikey).IsUnique();
        // Two who report at once must not overwrite each other's date: the first one stands.
        builder.Property(k => k.RetiredAt).IsConcurrencyToken();
        builder.Property(k => k.CompromisedAt).IsConcurrencyToken();
        builder.HasOne<Issuer>().WithMany().HasForeignKey(k => k.IssuerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SchoolSealMapping : IEntityTypeConfiguration<SchoolSeal>
{
    public void Configure(EntityTypeBuilder<SchoolSeal> builder)
    {
        builder.HasKey(s => new { s.SchoolId, s.Id });
        builder.Property(s => s.CompromisedAt).IsConcurrencyToken();
    }
}

internal sealed class StatusListMapping : IEntityTypeConfiguration<StatusList>
{
    public void Configure(EntityTypeBuilder<StatusList> builder)
    {
        builder.HasIndex(l => new { l.IssuerId, l.Number }).IsUnique();
        builder.Property(l => l.Version).IsConcurrencyToken();
        builder.HasOne<Issuer>().WithMany().HasForeignKey(l => l.IssuerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StatusEntryMapping : IEntityTypeConfiguration<StatusEntry>
{
    public void Configure(EntityTypeBuilder<StatusEntry> builder) => builder.HasKey(e => new { e.ListId, e.Index });
}

internal sealed class IssuedCredentialMapping : IEntityTypeConfiguration<IssuedCredential>
{
    public void Configure(EntityTypeBuilder<IssuedCredential> builder)
    {
        builder.HasKey(c => new { c.SchoolId, c.Id });
        builder.HasIndex(c => new { c.PublicId, c.Number }).IsUnique();
        builder.HasIndex(c => c.Uri);
        builder.HasIndex(c => c.KeyId);
        builder.HasIndex(c => new { c.SchoolId, c.EntryId });
        builder.HasIndex(c => new { c.StatusListId, c.StatusIndex }).IsUnique();
        builder.Property(c => c.Reason).HasConversion(new JsonText<Bilingual>(), new JsonComparer<Bilingual>());
    }
}

internal sealed class LogEntryMapping : IEntityTypeConfiguration<LogEntry>
{
    public void Configure(EntityTypeBuilder<LogEntry> builder)
    {
        builder.Property(e => e.Bytes).HasMaxLength(42);
        builder.HasIndex(e => e.Sequence).IsUnique();
        builder.HasIndex(e => e.Bytes);
    }
}

internal sealed class LogTileMapping : IEntityTypeConfiguration<LogTile>
{
    public void Configure(EntityTypeBuilder<LogTile> builder) => builder.HasKey(t => new { t.Level, t.Number });
}

internal sealed class LogCheckpointMapping : IEntityTypeConfiguration<LogCheckpoint>
{
    public void Configure(EntityTypeBuilder<LogCheckpoint> builder)
    {
        builder.HasKey(c => c.Size);
        builder.Property(c => c.Size).ValueGeneratedNever();
    }
}

internal sealed class LoggedRegisterMapping : IEntityTypeConfiguration<LoggedRegister>
{
    public void Configure(EntityTypeBuilder<LoggedRegister> builder)
    {
        builder.HasKey(r => r.Number);
        builder.Property(r => r.Number).ValueGeneratedNever();
    }
}
