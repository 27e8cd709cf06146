using Orleans;
using Orleans.Runtime;
using VirtAlliance.Contracts.Runs;
using VirtAlliance.Contracts.Studies;

namespace VirtAlliance.Grains.Hosting;

/// <summary>Lets clients reach studies and the read side of coordinators; everything else is between grains.</summary>
internal sealed class ClientGuard : IIncomingGrainCallFilter
{
    public Task Invoke(IIncomingGrainCallContext context)
    {
        if (context.SourceId is { } source && source.IsClient() && context.Grain is Grain && !Open(context))
            throw new UnauthorizedAccessException($"clients may not call {context.InterfaceName}.{context.MethodName}");
        return context.Invoke();
    }

    private static bool Open(IIncomingGrainCallContext context) => context.Grain switch
    {
        IStudyGrain => true,
        ICoordinatorGrain => context.MethodName is nameof(ICoordinatorGrain.Status) or nameof(ICoordinatorGrain.Watch),
        _ => context.Grain.GetType().Assembly != typeof(ClientGuard).Assembly,   // the runtime's own
    };
}
