using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmkPortfolio.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class UploadTries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "Refusal",
                table: "Uploads",
                type: "character varying(300)",
                maxLength: 300,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(60)",
                oldMaxLength: 60);

            migrationBuilder.AddColumn<int>(
                name: "Failures",
                table: "Uploads",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "TryAt",
                table: "Uploads",
                type: "timestamp with time zone",
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

            migrationBuilder.AlterColumn<string>(
                name: "Refusal",
                table: "Uploads",
                type: "character varying(60)",
                maxLength: 60,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(300)",
                oldMaxLength: 300);
        }
    }
}
