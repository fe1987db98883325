"""Money and proof: funds, budget lines, receipts and photos, and the folder that accounts for them."""
