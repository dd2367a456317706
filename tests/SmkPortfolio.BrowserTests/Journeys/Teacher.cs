using SmkPortfolio.BrowserTests.Browsing;
using SmkPortfolio.BrowserTests.Hosting;

namespace SmkPortfolio.BrowserTests.Journeys;

/// <summary>What a teacher does, by the page's own forms.</summary>
internal sealed class Teacher(Visitor visitor)
{
    public Task SignInAsync() => visitor.SignInAsync("guru@demo.sch.id", Site.Password);

    public async Task SendBackAsync(string entry, string reason)
    {
        await visitor.GoAsync($"/reviews/{entry}");
        await visitor.Page.Locator("[name=Reason]").FillAsync(reason);
        await visitor.PressAsync("form[action*='handler=Return'] button:not([formaction])");
        await visitor.AnsweredAsync();
    }

    public async Task EndorseAsync(string entry, string statement)
    {
        await visitor.GoAsync($"/reviews/{entry}");
        await visitor.Page.Locator("[name=Statement]").FillAsync(statement);
        await visitor.PressAsync("form[action*='handler=Endorse'] button");
        await visitor.AnsweredAsync();
    }

    public async Task WithdrawAsync(string entry, string reason)
    {
        await visitor.GoAsync("/reviews/endorsements");
        var card = visitor.Page.Locator($"article:has(a[href='/reviews/{entry}'])");
        await card.Locator("summary").ClickAsync();
        await card.Locator("[name=Reason]").FillAsync(reason);
        await card.Locator("form[action*='handler=Withdraw'] button").ClickAsync();
        await visitor.AnsweredAsync();
    }
}
