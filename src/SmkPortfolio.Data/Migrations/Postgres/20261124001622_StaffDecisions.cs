using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmkPortfolio.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class StaffDecisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "IssuingStopReason",
                table: "Memberships",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "IssuingStoppedAt",
                table: "Memberships",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ReviewOpenings",
                columns: table => new
                {
                    SchoolId = table.Column<Guid>(type: "uuid", nullable: false),
                    RevisionId = table.Column<Guid>(type: "uuid", nullable: false),
                    ByPersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewOpenings", x => new { x.SchoolId, x.RevisionId, x.ByPersonId });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ReviewOpenings");

            migrationBuilder.DropColumn(
                name: "IssuingStopReason",
                table: "Memberships");

            migrationBuilder.DropColumn(
                name: "IssuingStoppedAt",
                table: "Memberships");
        }
    }
}
