using Microsoft.AspNetCore.Http;
using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Silo.Web;

/// <summary>What fails while a request is answered is told in the log, and to who asked without a stack trace.</summary>
internal sealed class Faults(PageLog log)
{
    /// <summary>Passes on, and answers for what was thrown.</summary>
    public async Task Catch(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // whoever asked has gone
        }
        catch (BadHttpRequestException e)
        {
            await Refusals.Answer(context, log, e.StatusCode, e.Message);
        }
        catch (RunStoreException e)
        {
            await Refusals.Answer(context, log, StatusCodes.Status503ServiceUnavailable, e.Message);
        }
        catch (Exception e)
        {
            log.Failed(e);
            await Refusals.Answer(context, log, StatusCodes.Status500InternalServerError, "the silo could not answer; its log tells why");
        }
    }
}
