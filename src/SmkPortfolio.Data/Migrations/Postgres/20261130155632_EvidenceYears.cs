using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmkPortfolio.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class EvidenceYears : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "AlternativeText",
                table: "Evidence",
                type: "character varying(500)",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "ErasedAt",
                table: "Evidence",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ErasedWhy",
                table: "Evidence",
                type: "character varying(300)",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "AfterId",
                table: "Entries",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "BeforeId",
                table: "Entries",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CoverId",
                table: "Entries",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Derivatives",
                columns: table => new
                {
                    SchoolId = table.Column<Guid>(type: "uuid", nullable: false),
                    SourceSha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Form = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Width = table.Column<int>(type: "integer", nullable: false),
                    Height = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Derivatives", x => new { x.SchoolId, x.SourceSha256, x.Form });
                });

            migrationBuilder.CreateTable(
                name: "Resemblances",
                columns: table => new
                {
                    SchoolId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    OtherSha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Distance = table.Column<int>(type: "integer", nullable: false),
                    FoundAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Resemblances", x => new { x.SchoolId, x.Sha256, x.OtherSha256 });
                });

            migrationBuilder.CreateTable(
                name: "StoredFiles",
                columns: table => new
                {
                    SchoolId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    MediaType = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    TouchedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Scan = table.Column<int>(type: "integer", nullable: false),
                    ScannedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Finding = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    PictureHash = table.Column<long>(type: "bigint", nullable: true),
                    WorkDue = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Failures = table.Column<int>(type: "integer", nullable: false),
                    LeaseUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoredFiles", x => new { x.SchoolId, x.Sha256 });
                });

            migrationBuilder.CreateTable(
                name: "Uploads",
                columns: table => new
                {
                    SchoolId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    FileName = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    Metadata = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Length = table.Column<long>(type: "bigint", nullable: false),
                    Offset = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Refusal = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    RefusalLimit = table.Column<long>(type: "bigint", nullable: true),
                    LeaseUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Uploads", x => new { x.SchoolId, x.Id });
                });

            // What is kept already is known from now on, and its smaller pictures are made.
            migrationBuilder.Sql(
                """
                INSERT INTO "StoredFiles" ("SchoolId", "Sha256", "MediaType", "Size", "TouchedAt", "Scan", "Finding", "WorkDue", "Failures")
                SELECT "SchoolId", "Sha256", MAX("MediaType"), MAX("Size"), MAX("AddedAt"), 0, '', MAX("AddedAt"), 0 FROM "Evidence" GROUP BY "SchoolId", "Sha256";
                """);

            migrationBuilder.CreateIndex(
                name: "IX_Derivatives_SchoolId_Sha256",
                table: "Derivatives",
                columns: new[] { "SchoolId", "Sha256" });

            migrationBuilder.CreateIndex(
                name: "IX_Resemblances_SchoolId_OtherSha256",
                table: "Resemblances",
                columns: new[] { "SchoolId", "OtherSha256" });

            migrationBuilder.CreateIndex(
                name: "IX_StoredFiles_SchoolId_TouchedAt",
                table: "StoredFiles",
                columns: new[] { "SchoolId", "TouchedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_StoredFiles_WorkDue",
                table: "StoredFiles",
                column: "WorkDue");

            migrationBuilder.CreateIndex(
                name: "IX_Uploads_SchoolId_PersonId_State",
                table: "Uploads",
                columns: new[] { "SchoolId", "PersonId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Uploads_State_ExpiresAt",
                table: "Uploads",
                columns: new[] { "State", "ExpiresAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Derivatives");

            migrationBuilder.DropTable(
                name: "Resemblances");

            migrationBuilder.DropTable(
                name: "StoredFiles");

            migrationBuilder.DropTable(
                name: "Uploads");

            migrationBuilder.DropColumn(
                name: "AlternativeText",
                table: "Evidence");

            migrationBuilder.DropColumn(
                name: "ErasedAt",
                table: "Evidence");

            migrationBuilder.DropColumn(
                name: "ErasedWhy",
                table: "Evidence");

            migrationBuilder.DropColumn(
                name: "AfterId",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "BeforeId",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "CoverId",
                table: "Entries");
        }
    }
}
