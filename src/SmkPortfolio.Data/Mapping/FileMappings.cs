using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmkPortfolio.Domain.Files;

namespace SmkPortfolio.Data.Mapping;

internal sealed class StoredFileMapping : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.HasKey(f => new { f.SchoolId, f.Sha256 });
        builder.HasIndex(f => f.WorkDue);
        builder.HasIndex(f => new { f.SchoolId, f.TouchedAt });
        builder.Property(f => f.Sha256).HasMaxLength(64);
        builder.Property(f => f.MediaType).HasMaxLength(100);
        builder.Property(f => f.Finding).HasMaxLength(StoredFile.FindingMax);
        builder.Property(f => f.LeaseUntil).IsConcurrencyToken();
    }
}

internal sealed class DerivativeMapping : IEntityTypeConfiguration<Derivative>
{
    public void Configure(EntityTypeBuilder<Derivative> builder)
    {
        builder.HasKey(d => new { d.SchoolId, d.SourceSha256, d.Form });
        builder.HasIndex(d => new { d.SchoolId, d.Sha256 });
        builder.Property(d => d.SourceSha256).HasMaxLength(64);
        builder.Property(d => d.Sha256).HasMaxLength(64);
        builder.Property(d => d.Form).HasMaxLength(20);
    }
}

internal sealed class ResemblanceMapping : IEntityTypeConfiguration<Resemblance>
{
    public void Configure(EntityTypeBuilder<Resemblance> builder)
    {
        builder.HasKey(r => new { r.SchoolId, r.Sha256, r.OtherSha256 });
        builder.HasIndex(r => new { r.SchoolId, r.OtherSha256 });
        builder.Property(r => r.Sha256).HasMaxLength(64);
        builder.Property(r => r.OtherSha256).HasMaxLength(64);
    }
}

internal sealed class UploadMapping : IEntityTypeConfiguration<Upload>
{
    public void Configure(EntityTypeBuilder<Upload> builder)
    {
        builder.HasKey(u => new { u.SchoolId, u.Id });
        builder.HasIndex(u => new { u.SchoolId, u.PersonId, u.State });
        builder.HasIndex(u => new { u.State, u.ExpiresAt });
        builder.Property(u => u.Id).ValueGeneratedNever();
        builder.Property(u => u.FileName).HasMaxLength(Upload.NameMax);
        builder.Property(u => u.Metadata).HasMaxLength(Upload.MetadataMax);
        builder.Property(u => u.Refusal).HasMaxLength(Upload.RefusalMax);
        // Of two who store a part at the same place, or look at the whole at once, one is told.
        builder.Property(u => u.Offset).IsConcurrencyToken();
        builder.Property(u => u.LeaseUntil).IsConcurrencyToken();
    }
}
