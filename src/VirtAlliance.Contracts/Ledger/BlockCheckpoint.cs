namespace VirtAlliance.Contracts.Ledger;

/// <summary>What a block's customers held after a quarter, so that whoever has to make them anew need not replay all quarters up to there. A mere cache: no digest depends on it.</summary>
/// <param name="Run">Whose.</param>
/// <param name="Block">The block within the run.</param>
/// <param name="Quarter">The last that they lived through.</param>
/// <param name="ConditionsHash">SHA-256 of that quarter's conditions: under others it is worth nothing.</param>
/// <param name="Columns">Their products and franchises, compressed.</param>
/// <param name="ColumnsHash">SHA-256 of <paramref name="Columns"/>: one that is damaged is worth nothing.</param>
public sealed record BlockCheckpoint(string Run, string Block, int Quarter, byte[] ConditionsHash, byte[] Columns, byte[] ColumnsHash);
