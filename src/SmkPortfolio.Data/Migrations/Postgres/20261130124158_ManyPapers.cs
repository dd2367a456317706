using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmkPortfolio.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ManyPapers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Particulars",
                table: "Portfolios",
                type: "text",
                nullable: false,
                defaultValue: "{\"passportName\":\"\",\"gender\":\"\",\"nationality\":\"\",\"postalCode\":\"\",\"graduatesOn\":null}");

            migrationBuilder.AddColumn<string>(
                name: "Past",
                table: "Portfolios",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Audience",
                table: "CvDocuments",
                type: "character varying(120)",
                maxLength: 120,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "BatchId",
                table: "CvDocuments",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Order",
                table: "CvDocuments",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "RequestId",
                table: "CvDocuments",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SealLevel",
                table: "CvDocuments",
                type: "character varying(3)",
                maxLength: 3,
                nullable: false,
                defaultValue: "B-B");

            migrationBuilder.AddColumn<string>(
                name: "Template",
                table: "CvDocuments",
                type: "character varying(60)",
                maxLength: 60,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "PaperBatches",
                columns: table => new
                {
                    SchoolId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrderedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    Label = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    Format = table.Column<string>(type: "text", nullable: false),
                    Language = table.Column<string>(type: "text", nullable: false),
                    Order = table.Column<string>(type: "text", nullable: false),
                    Total = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    FinishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CancelledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LeaseBy = table.Column<Guid>(type: "uuid", nullable: true),
                    LeaseUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaperBatches", x => new { x.SchoolId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "PaperTexts",
                columns: table => new
                {
                    SchoolId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Language = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Texts = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaperTexts", x => new { x.SchoolId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "PaperBatchItems",
                columns: table => new
                {
                    SchoolId = table.Column<Guid>(type: "uuid", nullable: false),
                    BatchId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClassName = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false),
                    ReasonDetail = table.Column<string>(type: "text", nullable: false),
                    CvId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaperBatchItems", x => new { x.SchoolId, x.BatchId, x.Position });
                    table.ForeignKey(
                        name: "FK_PaperBatchItems_PaperBatches_SchoolId_BatchId",
                        columns: x => new { x.SchoolId, x.BatchId },
                        principalTable: "PaperBatches",
                        principalColumns: new[] { "SchoolId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CvDocuments_SchoolId_BatchId",
                table: "CvDocuments",
                columns: new[] { "SchoolId", "BatchId" });

            migrationBuilder.CreateIndex(
                name: "IX_CvDocuments_SchoolId_RequestId",
                table: "CvDocuments",
                columns: new[] { "SchoolId", "RequestId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PaperBatches_FinishedAt_CancelledAt_LeaseUntil",
                table: "PaperBatches",
                columns: new[] { "FinishedAt", "CancelledAt", "LeaseUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_PaperBatchItems_SchoolId_BatchId_State",
                table: "PaperBatchItems",
                columns: new[] { "SchoolId", "BatchId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_PaperTexts_SchoolId_PersonId_Language",
                table: "PaperTexts",
                columns: new[] { "SchoolId", "PersonId", "Language" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PaperBatchItems");

            migrationBuilder.DropTable(
                name: "PaperTexts");

            migrationBuilder.DropTable(
                name: "PaperBatches");

            migrationBuilder.DropIndex(
                name: "IX_CvDocuments_SchoolId_BatchId",
                table: "CvDocuments");

            migrationBuilder.DropIndex(
                name: "IX_CvDocuments_SchoolId_RequestId",
                table: "CvDocuments");

            migrationBuilder.DropColumn(
                name: "Particulars",
                table: "Portfolios");

            migrationBuilder.DropColumn(
                name: "Past",
                table: "Portfolios");

            migrationBuilder.DropColumn(
                name: "Audience",
                table: "CvDocuments");

            migrationBuilder.DropColumn(
                name: "BatchId",
                table: "CvDocuments");

            migrationBuilder.DropColumn(
                name: "Order",
                table: "CvDocuments");

            migrationBuilder.DropColumn(
                name: "RequestId",
                table: "CvDocuments");

            migrationBuilder.DropColumn(
                name: "SealLevel",
                table: "CvDocuments");

            migrationBuilder.DropColumn(
                name: "Template",
                table: "CvDocuments");
        }
    }
}
