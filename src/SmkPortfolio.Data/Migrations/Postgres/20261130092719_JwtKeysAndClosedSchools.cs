using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmkPortfolio.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class JwtKeysAndClosedSchools : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ClosedAt",
                table: "Schools",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SuccessorId",
                table: "Schools",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Use",
                table: "IssuerKeys",
                type: "integer",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ClosedAt",
                table: "Schools");

            migrationBuilder.DropColumn(
                name: "SuccessorId",
                table: "Schools");

            migrationBuilder.DropColumn(
                name: "Use",
                table: "IssuerKeys");
        }
    }
}
