namespace VirtAlliance.Model.Arithmetic;

/// <summary>Small systems of linear equations, by Gauss's elimination with row pivots.</summary>
internal static class LinearSystem
{
    /// <summary>Solves in place; false if the matrix is singular to working precision.</summary>
    /// <param name="matrix">Row by row; overwritten.</param>
    /// <param name="values">Right-hand side; overwritten by the solution.</param>
    public static bool TrySolve(Span<double> matrix, Span<double> values)
    {
        var n = values.Length;
        for (var k = 0; k < n; k++)
        {
            var pivot = Pivot(matrix, n, k);
            if (matrix[pivot * n + k] == 0 || !double.IsFinite(matrix[pivot * n + k])) return false;
            Swap(matrix, values, pivot, k);
            for (var row = k + 1; row < n; row++) Eliminate(matrix, values, row, k);
        }
        for (var k = n - 1; k >= 0; k--)
        {
            for (var l = k + 1; l < n; l++) values[k] -= matrix[k * n + l] * values[l];
            values[k] /= matrix[k * n + k];
        }
        return true;
    }

    private static int Pivot(ReadOnlySpan<double> matrix, int n, int k)
    {
        var best = k;
        for (var row = k + 1; row < n; row++)
            if (Math.Abs(matrix[row * n + k]) > Math.Abs(matrix[best * n + k])) best = row;
        return best;
    }

    private static void Swap(Span<double> matrix, Span<double> values, int a, int b)
    {
        if (a == b) return;
        var n = values.Length;
        for (var l = 0; l < n; l++) (matrix[a * n + l], matrix[b * n + l]) = (matrix[b * n + l], matrix[a * n + l]);
        (values[a], values[b]) = (values[b], values[a]);
    }

    private static void Eliminate(Span<double> matrix, Span<double> values, int row, int k)
    {
        var n = values.Length;
        var factor = matrix[row * n + k] / matrix[k * n + k];
        for (var l = k; l < n; l++) matrix[row * n + l] -= factor * matrix[k * n + l];
        values[row] -= factor * values[k];
    }
}
