print("panduan")
