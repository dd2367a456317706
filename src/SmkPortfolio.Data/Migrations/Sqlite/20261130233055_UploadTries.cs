using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmkPortfolio.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class UploadTries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Failures",
                table: "Uploads",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "TryAt",
                table: "Uploads",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Failures",
                table: "Uploads");

            migrationBuilder.DropColumn(
                name: "TryAt",
                table: "Uploads");
        }
    }
}
